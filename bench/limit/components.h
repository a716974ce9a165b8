/* Weak components by union-find with path halving, the smaller number on top; strong ones by Tarjan with a stack of its own. */
#pragma once
#include "link-graph.h"

static int32_t find(int32_t *above, int32_t v) {
  while (above[v] != v) {
    above[v] = above[above[v]];
    v = above[v];
  }
  return v;
}

static int32_t *weak_components(const LinkGraph *g) {
  int32_t *above = need((size_t)g->nodes, 4);
  for (int32_t v = 0; v < g->nodes; v++) above[v] = v;
  for (int32_t v = 0; v < g->nodes; v++) {
    int32_t top = find(above, v);
    for (int32_t e = g->out_starts[v]; e < g->out_starts[v + 1]; e++) {
      int32_t other = find(above, g->out_targets[e]);
      if (other == top) continue;
      if (other < top) {
        above[top] = other;
        top = other;
      } else above[other] = top;
    }
  }
  for (int32_t v = 0; v < g->nodes; v++) above[v] = above[above[v]];
  return above;
}

static int32_t *strong_components(const LinkGraph *g) {
  int32_t n = g->nodes;
  int32_t *label = need((size_t)n, 4), *low = need_zeros((size_t)n, 4), *next = need((size_t)n, 4);
  int32_t *path = need((size_t)n, 4), *open = need((size_t)n, 4);
  int32_t depth = 0, opened = 0, visited = 0, components = 0;
  for (int32_t v = 0; v < n; v++) label[v] = -1;
  for (int32_t root = 0; root < n; root++) {
    if (low[root]) continue;
    path[depth++] = root;
    open[opened++] = root;
    low[root] = ++visited;
    next[root] = g->out_starts[root];
    while (depth > 0) {
      int32_t v = path[depth - 1];
      /* `low` of a node begins as its own number, so a node is a root where nothing lowered it. */
      if (next[v] < g->out_starts[v + 1]) {
        int32_t to = g->out_targets[next[v]++];
        if (!low[to]) {
          low[to] = ++visited;
          next[to] = g->out_starts[to];
          path[depth++] = to;
          open[opened++] = to;
        }
        continue;
      }
      int32_t least = low[v], own = low[v];
      for (int32_t e = g->out_starts[v]; e < g->out_starts[v + 1]; e++) {
        int32_t to = g->out_targets[e];
        if (label[to] < 0 && low[to] < least) least = low[to];
      }
      depth--;
      if (least < own) {
        low[v] = least;
        continue;
      }
      while (1) {
        int32_t member = open[--opened];
        label[member] = components;
        if (member == v) break;
      }
      components++;
    }
  }
  free(low), free(next), free(path), free(open);
  return label;
}
