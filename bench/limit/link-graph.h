/* Compressed rows both ways from pairs, by two counting sorts. */
#pragma once
#include "serve.h"

typedef struct {
  int32_t nodes, links;
  int32_t *out_starts, *out_targets, *in_starts, *in_sources;
} LinkGraph;

static LinkGraph build_link_graph(int32_t n, int32_t m, const int32_t *sources, const int32_t *targets) {
  LinkGraph g = {n, m, need_zeros((size_t)n + 1, 4), need((size_t)m, 4), need_zeros((size_t)n + 1, 4), need((size_t)m, 4)};
  for (int32_t i = 0; i < m; i++) {
    g.out_starts[sources[i] + 1]++;
    g.in_starts[targets[i] + 1]++;
  }
  for (int32_t v = 0; v < n; v++) {
    g.out_starts[v + 1] += g.out_starts[v];
    g.in_starts[v + 1] += g.in_starts[v];
  }
  int32_t *next = need((size_t)n, 4);
  memcpy(next, g.out_starts, 4 * (size_t)n);
  for (int32_t i = 0; i < m; i++) g.out_targets[next[sources[i]]++] = targets[i];
  memcpy(next, g.in_starts, 4 * (size_t)n);
  for (int32_t v = 0; v < n; v++)
    for (int32_t e = g.out_starts[v]; e < g.out_starts[v + 1]; e++) g.in_sources[next[g.out_targets[e]]++] = v;
  free(next);
  return g;
}

static void free_link_graph(LinkGraph g) {
  free(g.out_starts);
  free(g.out_targets);
  free(g.in_starts);
  free(g.in_sources);
}
