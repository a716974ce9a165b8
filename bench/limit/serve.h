/* Jobs one a line from standard input, `job` or `job answer-file`; the reply is a line of JSON with the milliseconds of the job
   by the clock and of the processor. */
#pragma once
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static double milliseconds(clockid_t clock) {
  struct timespec now;
  clock_gettime(clock, &now);
  return 1e3 * (double)now.tv_sec + 1e-6 * (double)now.tv_nsec;
}

static void *need(size_t count, size_t size) {
  void *memory = malloc((count > 0 ? count : 1) * size);
  if (!memory) {
    fprintf(stderr, "out of memory\n");
    exit(1);
  }
  return memory;
}

static void *need_zeros(size_t count, size_t size) { return memset(need(count, size), 0, count * size); }

static void write_answer(const char *path, const void *answer, size_t bytes) {
  FILE *file = fopen(path, "wb");
  if (!file || fwrite(answer, 1, bytes, file) != bytes) exit(1);
  fclose(file);
}

typedef struct {
  const char *name;
  /* Does the work and gives back the answer, in memory that is freed by the caller, with its length. */
  void *(*run)(size_t *bytes);
} Job;

static int serve(const Job *jobs, size_t count) {
  char line[4096];
  printf("{\"limit\":true}\n");
  fflush(stdout);
  while (fgets(line, sizeof line, stdin)) {
    char *name = strtok(line, " \n");
    char *path = strtok(NULL, " \n");
    const Job *job = NULL;
    for (size_t j = 0; name && j < count; j++)
      if (strcmp(jobs[j].name, name) == 0) job = &jobs[j];
    if (!job) {
      printf("{\"error\":\"no such job\"}\n");
      fflush(stdout);
      continue;
    }
    size_t bytes = 0;
    double start = milliseconds(CLOCK_MONOTONIC), before = milliseconds(CLOCK_PROCESS_CPUTIME_ID);
    void *answer = job->run(&bytes);
    double took = milliseconds(CLOCK_MONOTONIC) - start, used = milliseconds(CLOCK_PROCESS_CPUTIME_ID) - before;
    if (path) write_answer(path, answer, bytes);
    free(answer);
    printf("{\"ms\":%.6f,\"cpu\":%.6f}\n", took, used);
    fflush(stdout);
  }
  return 0;
}
