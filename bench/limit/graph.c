/* The limit of the graph kernels on this machine: the same algorithms in C. Usage: graph pairs-file, then jobs on standard input. */
#include "components.h"
#include "page-rank.h"

static int32_t *pairs;
static LinkGraph graph;

static void *job_build(size_t *bytes) {
  *bytes = 0;
  free_link_graph(build_link_graph(pairs[0], pairs[1], pairs + 2, pairs + 2 + pairs[1]));
  return NULL;
}
static void *job_rank(size_t *bytes) {
  *bytes = 8 * (size_t)graph.nodes;
  return page_rank(&graph);
}
static void *job_weak(size_t *bytes) {
  *bytes = 4 * (size_t)graph.nodes;
  return weak_components(&graph);
}
static void *job_strong(size_t *bytes) {
  *bytes = 4 * (size_t)graph.nodes;
  return strong_components(&graph);
}

int main(int argc, char **argv) {
  FILE *file = argc > 1 ? fopen(argv[1], "rb") : NULL;
  if (!file) return 1;
  fseek(file, 0, SEEK_END);
  size_t size = (size_t)ftell(file);
  rewind(file);
  pairs = need(size, 1);
  if (fread(pairs, 1, size, file) != size) return 1;
  fclose(file);
  graph = build_link_graph(pairs[0], pairs[1], pairs + 2, pairs + 2 + pairs[1]);
  const Job jobs[] = {{"build", job_build}, {"rank", job_rank}, {"weak", job_weak}, {"strong", job_strong}};
  return serve(jobs, sizeof jobs / sizeof jobs[0]);
}
