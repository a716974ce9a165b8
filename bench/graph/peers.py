"""igraph and scipy, for the programs beside this file: graphs are read once, jobs are taken from standard input, one a line.

A line is `job` or `job answer-file`; the reply is a line of JSON with the milliseconds of the call alone, by the clock and of the processor. With an answer file the
answer is written there as raw float64 (ranks) or int32 (labels).
"""

import json
import sys
import time

import numpy
from scipy.sparse import csr_matrix, csgraph
from scipy import __version__ as scipy_version

try:
    import igraph
except ImportError:
    igraph = None

pairs = numpy.fromfile(sys.argv[1], dtype=numpy.int32)
n, m = int(pairs[0]), int(pairs[1])
sources, targets = pairs[2 : 2 + m], pairs[2 + m : 2 + 2 * m]
ALPHA = 0.85


def scipy_build():
    return csr_matrix((numpy.ones(m), (sources, targets)), shape=(n, n))


def igraph_build():
    return igraph.Graph(n=n, edges=list(zip(sources.tolist(), targets.tolist())), directed=True)


matrix = scipy_build()
graph = igraph_build() if igraph else None
# What a library would keep of a graph already built: the degrees, and the rows by target.
degrees = numpy.asarray(matrix.sum(axis=1)).ravel()
inverse = numpy.divide(1.0, degrees, out=numpy.zeros(n), where=degrees > 0)
dangling = numpy.where(degrees == 0)[0]
incoming = matrix.T.tocsr()
undirected = None


def scipy_rank():
    rank = numpy.full(n, 1.0 / n)
    for _ in range(1000):
        lost = rank[dangling].sum()
        following = ALPHA * (incoming @ (rank * inverse)) + (ALPHA * lost + 1 - ALPHA) / n
        change = numpy.abs(following - rank).sum()
        rank = following
        if change < 1e-10:
            return rank
    raise ArithmeticError("no convergence")


def louvain():
    return undirected.community_multilevel(weights="weight", return_levels=False).membership


JOBS = {
    "scipy-build": (scipy_build, None),
    "scipy-rank": (scipy_rank, numpy.float64),
    "scipy-weak": (lambda: csgraph.connected_components(matrix, True, "weak")[1], numpy.int32),
    "scipy-strong": (lambda: csgraph.connected_components(matrix, True, "strong")[1], numpy.int32),
    "igraph-build": (igraph_build, None),
    "igraph-rank": (lambda: graph.pagerank(damping=ALPHA, implementation="prpack"), numpy.float64),
    "igraph-weak": (lambda: graph.connected_components(mode="weak").membership, numpy.int32),
    "igraph-strong": (lambda: graph.connected_components(mode="strong").membership, numpy.int32),
    "igraph-louvain": (louvain, numpy.int32),
}

print(json.dumps({"scipy": scipy_version, "igraph": igraph.__version__ if igraph else None}), flush=True)
for line in sys.stdin:
    job, *answer_file = line.split()
    if job.startswith("igraph") and igraph is None:
        print(json.dumps({"error": "igraph is not here"}), flush=True)
        continue
    if job == "igraph-louvain" and undirected is None:
        undirected = igraph.Graph(n=n, edges=graph.get_edgelist(), directed=False)
        undirected.es["weight"] = 1
        undirected.simplify(combine_edges="sum")
    run, kind = JOBS[job]
    start, before = time.perf_counter(), time.process_time()
    answer = run()
    took, used = 1000 * (time.perf_counter() - start), 1000 * (time.process_time() - before)
    if answer_file and kind is not None:
        numpy.asarray(answer, dtype=kind).tofile(answer_file[0])
    del answer
    print(json.dumps({"ms": took, "cpu": used}), flush=True)
