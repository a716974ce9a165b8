/** Small graphs that the literature measures. */

/** Zachary’s karate club (1977, doi:10.1086/jar.33.4.3629752): 34 members, 78 friendships, each written once; members from 0. */
export const karateClub: readonly (readonly [number, number])[] = (
  '0 1 2 3 4 5 6 7 8 10 11 12 13 17 19 21 31|1 2 3 7 13 17 19 21 30|2 3 7 8 9 13 27 28 32|3 7 12 13|4 6 10|5 6 10 16|6 16|' +
  '8 30 32 33|9 33|13 33|14 32 33|15 32 33|18 32 33|19 33|20 32 33|22 32 33|23 25 27 29 32 33|24 25 27 31|25 31|26 29 33|' +
  '27 33|28 31 33|29 32 33|30 32 33|31 32 33|32 33'
)
  .split('|')
  .flatMap((row) => {
    const [one, ...others] = row.split(' ').map(Number);
    return others.map((other) => [one!, other] as const);
  });

/** The side each member took when the club split: 0 with the instructor, 1 with the administrator. */
export const karateFactions: readonly number[] = [
  0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 1, 0, 0, 1, 0, 1, 0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1,
];

/** All links among `size` nodes from `first`, each written once. */
export const complete = (first: number, size: number): [number, number][] =>
  Array.from({ length: size }, (_, i) =>
    Array.from({ length: i }, (__, j) => [first + j, first + i] as [number, number]),
  ).flat();
