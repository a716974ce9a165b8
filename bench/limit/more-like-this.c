/* The limit of more-like-this on this machine: the same algorithm in C. Words are runs of a-z and 0-9; weights are whole numbers in the
   low bits of a posting; of each document asked for, its 25 key terms are looked for in all others, and the ten best are kept.
   Usage: more-like-this texts-file, then jobs on standard input. */
#include "serve.h"
#include <math.h>

enum { KEY_TERMS = 25, KEPT = 10, NO_TERM = -1 };

static int32_t documents, queries;
static const char **texts;
static int32_t *lengths, *asked;

typedef struct {
  int32_t terms, capacity;
  int32_t *slots; /* open addressing: terms, or NO_TERM */
  uint32_t *hashes;
  int32_t *spelling; /* where each term is spelt in `arena` */
  int32_t *spelt;    /* and how long */
  char *arena;
  size_t arena_size, arena_room;
} Table;

typedef struct {
  Table table;
  int32_t *starts, *words, weight_bits; /* the terms of each document, in the order of first mention */
  uint8_t *counts;
  int32_t *term_starts;
  uint32_t *postings;
  float *rarities;
} Index;

static void grow(void **memory, size_t size) {
  *memory = realloc(*memory, size);
  if (!*memory) exit(1);
}

static void widen(Table *t) {
  t->capacity *= 2;
  free(t->slots);
  t->slots = need((size_t)t->capacity, 4);
  memset(t->slots, 0xff, 4 * (size_t)t->capacity);
  for (int32_t i = 0; i < t->terms; i++) {
    uint32_t at = t->hashes[i] & (uint32_t)(t->capacity - 1);
    while (t->slots[at] != NO_TERM) at = (at + 1) & (uint32_t)(t->capacity - 1);
    t->slots[at] = i;
  }
  grow((void **)&t->hashes, 4 * (size_t)t->capacity);
  grow((void **)&t->spelling, 4 * (size_t)t->capacity);
  grow((void **)&t->spelt, 4 * (size_t)t->capacity);
}

static int32_t term_of(Table *t, const char *word, int32_t length, uint32_t hash) {
  uint32_t at = hash & (uint32_t)(t->capacity - 1);
  for (int32_t term; (term = t->slots[at]) != NO_TERM; at = (at + 1) & (uint32_t)(t->capacity - 1))
    if (t->hashes[term] == hash && t->spelt[term] == length && memcmp(t->arena + t->spelling[term], word, (size_t)length) == 0)
      return term;
  int32_t term = t->terms++;
  if (t->arena_size + (size_t)length > t->arena_room) grow((void **)&t->arena, t->arena_room *= 2);
  memcpy(t->arena + t->arena_size, word, (size_t)length);
  t->hashes[term] = hash;
  t->spelling[term] = (int32_t)t->arena_size;
  t->spelt[term] = length;
  t->arena_size += (size_t)length;
  t->slots[at] = term;
  if (2 * t->terms > t->capacity) widen(t);
  return term;
}

static int is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); }

static Index *build(void) {
  Index *x = need(1, sizeof *x);
  x->table = (Table){0, 1 << 15, NULL, NULL, NULL, NULL, need(1 << 16, 1), 0, 1 << 16};
  widen(&x->table);
  size_t room = 1 << 16, size = 0;
  x->words = need(room, 4);
  x->counts = need(room, 1);
  x->starts = need((size_t)documents + 1, 4);
  int32_t *said = need((size_t)documents, 4), seen_room = 0, *seen = NULL;
  double mean = 0;
  for (int32_t d = 0; d < documents; d++) {
    const char *text = texts[d], *end = text + lengths[d];
    size_t first = size;
    x->starts[d] = (int32_t)size;
    said[d] = 0;
    while (text < end) {
      while (text < end && !is_letter(*text)) text++;
      const char *word = text;
      uint32_t hash = 2166136261u;
      for (; text < end && is_letter(*text); text++) hash = (hash ^ (uint8_t)*text) * 16777619u;
      if (text == word) break;
      hash ^= hash >> 15;
      int32_t term = term_of(&x->table, word, (int32_t)(text - word), hash);
      if (term >= seen_room) {
        int32_t before = seen_room;
        grow((void **)&seen, 4 * (size_t)(seen_room = 2 * term + 1024));
        memset(seen + before, 0xff, 4 * (size_t)(seen_room - before));
      }
      said[d]++;
      if (seen[term] >= (int32_t)first) {
        if (x->counts[seen[term]] < 255) x->counts[seen[term]]++;
        continue;
      }
      if (size == room) {
        grow((void **)&x->words, 4 * (room *= 2));
        grow((void **)&x->counts, room);
      }
      seen[term] = (int32_t)size;
      x->words[size] = term;
      x->counts[size++] = 1;
    }
    mean += said[d];
  }
  mean /= documents;
  x->starts[documents] = (int32_t)size;
  int32_t terms = x->table.terms;
  x->term_starts = need_zeros((size_t)terms + 1, 4);
  for (size_t i = 0; i < size; i++) x->term_starts[x->words[i] + 1]++;
  x->rarities = need((size_t)terms, 4);
  for (int32_t t = 0; t < terms; t++) {
    double n = x->term_starts[t + 1];
    x->rarities[t] = (float)log(1 + (documents - n + 0.5) / (n + 0.5));
  }
  for (int32_t t = 0; t < terms; t++) x->term_starts[t + 1] += x->term_starts[t];
  int document_bits = 1;
  while ((1 << document_bits) < documents) document_bits++;
  x->weight_bits = 32 - document_bits < 16 ? 32 - document_bits : 16;
  double scale = ((1 << x->weight_bits) - 1) / log(1 + (documents - 0.5) / 1.5);
  int32_t *next = need((size_t)terms, 4);
  memcpy(next, x->term_starts, 4 * (size_t)terms);
  x->postings = need(size, 4);
  for (int32_t d = 0; d < documents; d++) {
    double norm = 1.2 * (1 - 0.75 + 0.75 * said[d] / mean);
    for (int32_t i = x->starts[d]; i < x->starts[d + 1]; i++) {
      int32_t t = x->words[i];
      uint32_t weight = (uint32_t)(scale * x->rarities[t] * x->counts[i] / (x->counts[i] + norm) + 0.5);
      x->postings[next[t]++] = (uint32_t)d << x->weight_bits | (weight > 0 ? weight : 1);
    }
  }
  free(next), free(said), free(seen);
  return x;
}

static void release(Index *x) {
  Table *t = &x->table;
  free(t->slots), free(t->hashes), free(t->spelling), free(t->spelt), free(t->arena);
  free(x->starts), free(x->words), free(x->counts), free(x->term_starts), free(x->postings), free(x->rarities), free(x);
}

static int32_t key_terms(const Index *x, int32_t document, int32_t *best) {
  float values[KEY_TERMS];
  int32_t count = 0;
  for (int32_t i = x->starts[document]; i < x->starts[document + 1]; i++) {
    int32_t term = x->words[i];
    if (x->term_starts[term + 1] - x->term_starts[term] < 2) continue;
    float value = x->counts[i] * x->rarities[term];
    if (count == KEY_TERMS && value < values[count - 1]) continue;
    int32_t at = count;
    if (count == KEY_TERMS) {
      if (value == values[count - 1] && term > best[count - 1]) continue;
      at--;
    } else count++;
    for (; at > 0 && (values[at - 1] < value || (values[at - 1] == value && best[at - 1] > term)); at--) {
      values[at] = values[at - 1];
      best[at] = best[at - 1];
    }
    values[at] = value;
    best[at] = term;
  }
  return count;
}

typedef struct {
  int32_t count, documents[KEPT];
  uint32_t scores[KEPT];
} Top;

static void offer(Top *top, int32_t document, uint32_t score) {
  if (top->count == KEPT) {
    uint32_t least = top->scores[KEPT - 1];
    if (score < least || (score == least && document > top->documents[KEPT - 1])) return;
  }
  int32_t at = top->count < KEPT ? top->count++ : KEPT - 1;
  for (; at > 0; at--) {
    if (top->scores[at - 1] > score || (top->scores[at - 1] == score && top->documents[at - 1] < document)) break;
    top->scores[at] = top->scores[at - 1];
    top->documents[at] = top->documents[at - 1];
  }
  top->scores[at] = score;
  top->documents[at] = document;
}

static Index *standing;
static uint32_t *scores;
static int32_t *touched;

static void *job_build(size_t *bytes) {
  *bytes = 0;
  release(build());
  return NULL;
}

static void *job_query(size_t *bytes) {
  const Index *x = standing;
  int32_t *answer = need((size_t)queries * KEPT, 4);
  memset(answer, 0xff, 4 * (size_t)queries * KEPT);
  uint32_t mask = (1u << x->weight_bits) - 1;
  for (int32_t q = 0; q < queries; q++) {
    int32_t terms[KEY_TERMS], many = key_terms(x, asked[q], terms), work = 0, met = 0;
    for (int32_t k = 0; k < many; k++) work += x->term_starts[terms[k] + 1] - x->term_starts[terms[k]];
    int is_wide = work > documents / 8;
    for (int32_t k = 0; k < many; k++) {
      const uint32_t *p = x->postings + x->term_starts[terms[k]], *end = x->postings + x->term_starts[terms[k] + 1];
      if (is_wide)
        for (; p < end; p++) scores[*p >> x->weight_bits] += *p & mask;
      else
        for (; p < end; p++) {
          uint32_t document = *p >> x->weight_bits, score = scores[document];
          touched[met] = (int32_t)document;
          met += score == 0;
          scores[document] = score + (*p & mask);
        }
    }
    Top top = {0, {0}, {0}};
    scores[asked[q]] = 0;
    if (is_wide) {
      uint32_t least = 0;
      for (int32_t d = 0; d < documents; d++)
        if (scores[d] > least) {
          offer(&top, d, scores[d]);
          if (top.count == KEPT) least = top.scores[KEPT - 1];
        }
      memset(scores, 0, 4 * (size_t)documents);
    } else
      for (int32_t i = 0; i < met; i++) {
        int32_t d = touched[i];
        if (scores[d] > 0) offer(&top, d, scores[d]);
        scores[d] = 0;
      }
    memcpy(answer + (size_t)q * KEPT, top.documents, 4 * (size_t)top.count);
  }
  *bytes = 4 * (size_t)queries * KEPT;
  return answer;
}

int main(int argc, char **argv) {
  FILE *file = argc > 1 ? fopen(argv[1], "rb") : NULL;
  if (!file) return 1;
  fseek(file, 0, SEEK_END);
  size_t size = (size_t)ftell(file);
  rewind(file);
  /* Documents, queries, the documents asked for, the lengths of the texts, then the texts. */
  int32_t *head = need(size, 1);
  if (fread(head, 1, size, file) != size) return 1;
  fclose(file);
  documents = head[0];
  queries = head[1];
  asked = head + 2;
  lengths = asked + queries;
  texts = need((size_t)documents, sizeof *texts);
  const char *at = (const char *)(lengths + documents);
  for (int32_t d = 0; d < documents; at += lengths[d++]) texts[d] = at;
  standing = build();
  scores = need_zeros((size_t)documents + 1, 4);
  touched = need((size_t)documents + 1, 4);
  const Job jobs[] = {{"build", job_build}, {"query", job_query}};
  return serve(jobs, sizeof jobs / sizeof jobs[0]);
}
