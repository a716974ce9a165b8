// node scripts/outside-ranks.mjs [articles] [spark]: ranks by igraph and networkx of the model of a site, each checked by checkRanks as it
// comes, in the scales in which other engines give them, and with a fault put in; with `spark` also by an iteration in Spark SQL. Run after a build.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { relatedArticleModel } from '../bench/graph/model.mjs';
import { buildLinkGraph, checkRanks, pageRank, toEdgeRows } from '../dist/graph/index.js';
import { needJava, pythonWith } from './python-environment.mjs';

const PEERS = `
import csv, json, sys
import igraph, networkx
n, file = int(sys.argv[1]), sys.argv[2]
edges = [(int(row["src"]), int(row["dst"])) for row in csv.DictReader(open(file))]
graph = igraph.Graph(n=n, edges=edges, directed=True)
other = networkx.DiGraph()
other.add_nodes_from(range(n))
other.add_edges_from(edges)
by_networkx = networkx.pagerank(other, tol=1e-12 / n, max_iter=1000)
json.dump({
  "igraph": graph.pagerank(damping=0.85),
  "networkx": [by_networkx[v] for v in range(n)],
  "networkx, as it stops by default": list(networkx.pagerank(other).values()),
}, sys.stdout)
`;
// As GraphX and GraphFrames reckon: y = 1 - a + a Pt y from all ones, nothing returned from nodes without links.
const SPARK = `
import json, sys
from pyspark.sql import SparkSession
n, file = int(sys.argv[1]), sys.argv[2]
spark = (SparkSession.builder.config("spark.ui.enabled", "false").config("spark.driver.bindAddress", "127.0.0.1")
    .config("spark.driver.host", "127.0.0.1").config("spark.sql.shuffle.partitions", "4").getOrCreate())
spark.sparkContext.setLogLevel("ERROR")
spark.read.option("header", True).csv(file, schema="src INT, dst INT, slot INT, weight DOUBLE").createOrReplaceTempView("given")
spark.sql("SELECT src, dst, 0.85D / count(*) OVER (PARTITION BY src) AS share FROM given").cache().createOrReplaceTempView("links")
ranks = spark.range(n).selectExpr("CAST(id AS INT) AS id", "1D AS rank")
for _ in range(int(sys.argv[3])):
    ranks.createOrReplaceTempView("ranks")
    ranks = spark.sql("""
        SELECT r.id, 0.15D + coalesce(g.given, 0D) AS rank
        FROM ranks r LEFT JOIN (SELECT dst, sum(share * rank) AS given FROM links JOIN ranks ON src = id GROUP BY dst) g ON r.id = g.dst
    """).localCheckpoint()
json.dump([row.rank for row in ranks.orderBy("id").collect()], sys.stdout)
`;
const nodeCount = Number(process.argv[2] ?? 100_000);
const python = pythonWith('igraph', 'networkx', 'scipy');
const folder = mkdtempSync(join(tmpdir(), 'stem-ranks-'));
const graph = buildLinkGraph(relatedArticleModel(nodeCount));
const file = join(folder, 'edges.csv');
writeFileSync(file, 'src,dst,slot,weight\n');
for (const rows of toEdgeRows(graph).edges) {
  writeFileSync(file, rows.map(({ src, dst, slot, weight }) => `${src},${dst},${slot},${weight}\n`).join(''), {
    flag: 'a',
  });
}
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
const asked = (interpreter, program, ...given) => {
  const { stdout, stderr, status } = spawnSync(interpreter, ['-c', program, String(nodeCount), file, ...given], {
    encoding: 'utf8',
    maxBuffer: 2 ** 30,
  });
  assert.equal(status, 0, stderr);
  return JSON.parse(stdout);
};

const told = (name, check) =>
  console.log(
    `${name}: ${check.agrees ? 'agrees' : `${check.disagreeing} of ${check.nodesChecked} disagree`}, residual ${check.residual.toExponential(1)}, ` +
      `error at most ${check.errorBound?.toExponential(1) ?? 'not known'}, sums to ${check.scale}${check.losesDangling ? ', less what dangling nodes lose' : ''}`,
  );
const peers = asked(python, PEERS);
const ours = pageRank(graph, { tolerance: 1e-13 }).ranks;
for (const [name, ranks] of Object.entries(peers)) {
  const check = checkRanks(graph, ranks);
  told(name, check);
  // The bound holds: these ranks are no farther from ours than it says, and what ours may be off by.
  const distance = ranks.reduce((sum, rank, v) => sum + Math.abs(rank - ours[v]), 0);
  assert.ok(
    distance <= check.errorBound + 1e-12,
    `${name}: ${distance} apart, and at most ${check.errorBound} is said`,
  );
  if (name.includes('default')) continue;
  assert.ok(check.agrees && check.scale === 'one' && !check.losesDangling, name);
  const inNodes = ranks.map((rank) => rank * nodeCount);
  assert.equal(checkRanks(graph, inNodes).scale, 'nodes');
  const some = Array.from({ length: 100 }, (_, i) => Math.floor((i * nodeCount) / 100));
  assert.ok(checkRanks(graph, ranks, { nodes: some }).agrees);
  const faulty = ranks.slice();
  faulty[17] *= 1.001;
  const found = checkRanks(graph, faulty);
  assert.ok(
    !found.agrees && found.disagreements.some(({ node }) => node === 17),
    `${name}: a changed rank was not found`,
  );
}
// As GraphX reckons: y = 1 − a + a Pᵀ y, nothing returned from nodes without links.
const dropped = pageRank(graph, { dangling: 'drop', tolerance: 1e-13 }).ranks.map((rank) => rank * nodeCount);
const check = checkRanks(graph, dropped);
told('ranks that lose what dangling nodes have', check);
assert.ok(check.agrees && check.scale === 'nodes' && check.losesDangling);

if (process.argv[3] === 'spark') {
  needJava();
  const iterations = 100;
  const bySpark = checkRanks(graph, asked(pythonWith('pyspark'), SPARK, String(iterations)));
  told(`Spark SQL after ${iterations} steps`, bySpark);
  assert.ok(bySpark.agrees && bySpark.scale === 'nodes' && bySpark.losesDangling);
}
