/* PageRank by Gauss-Seidel over nodes sorted stably by in-degree, with a loop of its own for each of the small degrees. What is solved
   is y = 1 + alpha P'y, without the dangling nodes; dividing by the sum gives the rank whose dangling nodes lead everywhere. */
#pragma once
#include "link-graph.h"

#define ALPHA 0.85
/* A little below what is asked of all: dividing by the sum can add to the residual. */
#define TOLERANCE 8e-11
#define UNROLLED 6

typedef struct {
  int32_t nodes;
  int32_t bucket[UNROLLED + 2]; /* where the nodes of in-degree 0 ... 6 begin, and those of more */
  int32_t *order, *sources, *starts;
  double *share; /* alpha / out-degree, or 0 */
  double *given; /* what each node hands on along one link */
} Sweeper;

static Sweeper make_sweeper(const LinkGraph *g) {
  int32_t n = g->nodes;
  Sweeper s = {n, {0}, need((size_t)n, 4), need((size_t)g->links, 4), need((size_t)n + 1, 4), need((size_t)n, 8), need((size_t)n, 8)};
  int32_t count[UNROLLED + 3] = {0};
  for (int32_t v = 0; v < n; v++) {
    int32_t d = g->in_starts[v + 1] - g->in_starts[v];
    count[(d > UNROLLED ? UNROLLED + 1 : d) + 1]++;
  }
  for (int d = 0; d < UNROLLED + 2; d++) count[d + 1] += count[d];
  for (int d = 0; d < UNROLLED + 2; d++) s.bucket[d] = count[d];
  int32_t *place = need((size_t)n, 4);
  for (int32_t v = 0; v < n; v++) {
    int32_t d = g->in_starts[v + 1] - g->in_starts[v];
    place[v] = count[d > UNROLLED ? UNROLLED + 1 : d]++;
    s.order[place[v]] = v;
  }
  int32_t at = 0;
  for (int32_t p = 0; p < n; p++) {
    int32_t v = s.order[p];
    int32_t degree = g->out_starts[v + 1] - g->out_starts[v];
    s.starts[p] = at;
    for (int32_t e = g->in_starts[v]; e < g->in_starts[v + 1]; e++) s.sources[at++] = place[g->in_sources[e]];
    s.share[p] = degree > 0 ? ALPHA / degree : 0;
    s.given[p] = s.share[p];
  }
  s.starts[n] = at;
  free(place);
  return s;
}

#define SWEEP_BUCKET(D, SUM)                                       \
  for (int32_t p = s->bucket[D]; p < s->bucket[D + 1]; p++, e += D) \
    given[p] = share[p] * (1 + SUM);

static void sweep(const Sweeper *s) {
  const int32_t *from = s->sources;
  const double *share = s->share;
  double *given = s->given;
  int32_t e = 0;
#define G(K) given[from[e + K]]
  SWEEP_BUCKET(1, G(0))
  SWEEP_BUCKET(2, (G(0) + G(1)))
  SWEEP_BUCKET(3, (G(0) + G(1) + G(2)))
  SWEEP_BUCKET(4, (G(0) + G(1) + G(2) + G(3)))
  SWEEP_BUCKET(5, (G(0) + G(1) + G(2) + G(3) + G(4)))
  SWEEP_BUCKET(6, (G(0) + G(1) + G(2) + G(3) + G(4) + G(5)))
#undef G
  for (int32_t p = s->bucket[UNROLLED + 1]; p < s->nodes; p++) {
    double sum = 1;
    for (; e < s->starts[p + 1]; e++) sum += given[from[e]];
    given[p] = share[p] * sum;
  }
}

/* The values of all nodes, their sum, and how far they are from solving the equation: the residual of the rank, in total. */
static double residual_of(const Sweeper *s, double *value, double *total) {
  double residual = 0, sum = 0;
  for (int32_t p = 0; p < s->nodes; p++) {
    double y = 1;
    for (int32_t e = s->starts[p]; e < s->starts[p + 1]; e++) y += s->given[s->sources[e]];
    double difference = s->share[p] * y - s->given[p];
    /* A node hands on share * value; where it hands on nothing, its value is taken afresh and is right. */
    if (s->share[p] > 0) residual += (difference < 0 ? -difference : difference) / s->share[p];
    value[p] = y;
    sum += y;
  }
  *total = sum;
  return residual / sum;
}

static double *page_rank(const LinkGraph *g) {
  Sweeper s = make_sweeper(g);
  double *value = need((size_t)g->nodes, 8), *rank = need((size_t)g->nodes, 8);
  double total = 1, before = 0;
  int sweeps = 0, since = 0, next = 16;
  for (;;) {
    for (; sweeps < next; sweeps++) sweep(&s);
    double residual = residual_of(&s, value, &total);
    if (residual <= TOLERANCE || sweeps > 1000) break;
    /* From how much the last sweeps gained follows how many more are needed. */
    int more = 8;
    if (before > residual) {
      double reached = residual, per_sweep = 1;
      /* The root of the gain, without a logarithm: the least rate that explains it. */
      double low = 0, high = 1;
      for (int k = 0; k < 40; k++) {
        double middle = (low + high) / 2, power = 1;
        for (int j = 0; j < sweeps - since; j++) power *= middle;
        if (power * before > residual) high = middle;
        else low = middle;
      }
      per_sweep = high;
      for (more = 0; reached > TOLERANCE && more < 200; more++) reached *= per_sweep;
    }
    before = residual;
    since = sweeps;
    next = sweeps + (more > 0 ? more : 1);
  }
  for (int32_t p = 0; p < g->nodes; p++) rank[s.order[p]] = value[p] / total;
  free(s.order), free(s.sources), free(s.starts), free(s.share), free(s.given), free(value);
  return rank;
}
