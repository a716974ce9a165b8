/** Published and cross-checked graph numbers, read from a file outside this project where there is one. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface GraphVectors {
  readonly modularity: readonly {
    readonly name: string;
    readonly Q: number | readonly number[] | Readonly<Record<string, number>>;
    readonly membership?: readonly number[];
  }[];
  readonly scc: readonly {
    readonly edges: readonly (readonly [number, number])[];
    readonly components: readonly (readonly number[])[];
  }[];
  readonly reciprocity: readonly {
    readonly source: string;
    readonly edges: readonly (readonly [number, number])[];
    readonly overall?: number;
    readonly node?: Readonly<Record<string, number>>;
    readonly value?: number;
  }[];
  readonly similarity: {
    readonly invLogWeighted: readonly (readonly number[])[];
    readonly bibcoupling: readonly (readonly number[])[];
    readonly cocitation: readonly (readonly number[])[];
    readonly networkx: Readonly<Record<string, number | string>>;
  };
}

const folder = process.env['STEM_VECTORS_DIR'];
const file = folder ? join(folder, 'graph.json') : undefined;

/** Undefined where the environment variable STEM_VECTORS_DIR names no folder that holds them: tests are then skipped, by name. */
export const vectors: GraphVectors | undefined =
  file && existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as GraphVectors) : undefined;
