// node scripts/outside-ranks.mjs [articles]: ranks by igraph and networkx of the model of a site, each checked by checkRanks as it comes,
// in the scales in which other engines give them, and with a fault put in. Run after a build.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { relatedArticleModel } from '../bench/graph/model.mjs';
import { buildLinkGraph, checkRanks, pageRank, toEdgeRows } from '../dist/graph/index.js';
import { pythonWith } from './python-environment.mjs';

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
const { stdout, stderr, status } = spawnSync(python, ['-c', PEERS, String(nodeCount), file], {
  encoding: 'utf8',
  maxBuffer: 2 ** 30,
});
rmSync(folder, { recursive: true, force: true });
assert.equal(status, 0, stderr);

const told = (name, check) =>
  console.log(
    `${name}: ${check.agrees ? 'agrees' : `${check.disagreeing} of ${check.nodesChecked} disagree`}, residual ${check.residual.toExponential(1)}, ` +
      `error at most ${check.errorBound?.toExponential(1) ?? 'not known'}, sums to ${check.scale}${check.losesDangling ? ', less what dangling nodes lose' : ''}`,
  );
const peers = JSON.parse(stdout);
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
