import type { Enough, ProgramNode } from './program.js';

/** The nodes of a program as they are made: equal ones stand once, wherever they were written. */
export class ProgramNodes {
  readonly list: ProgramNode[] = [];
  readonly #places = new Map<string, number>();

  /** The place of a node: that of an equal one where there is one already. */
  place(node: ProgramNode): number {
    const key = keyOf(node);
    const known = this.#places.get(key);
    if (known !== undefined) return known;
    const made = this.list.push(node) - 1;
    this.#places.set(key, made);
    return made;
  }
}

/** Equal nodes have equal keys. */
const keyOf = (node: ProgramNode): string => {
  switch (node.kind) {
    case 'look':
      if (node.input === 'fact') return `f${node.at}`;
      return node.input === 'evidence' ? `e${node.at} ${node.atLeast}` : `c${node.at} ${node.need} ${node.away}`;
    case 'quorum':
      return `q${shownEnough(node.enough)} ${node.parts.join()}`;
    case 'branch':
      return `b${node.fewerThan} ${node.then} ${node.otherwise} ${node.criteria.join()}`;
    case 'reaches':
      return `r${node.score} ${shownEnough(node.threshold)}`;
  }
};

const shownEnough = (enough: Enough): string =>
  typeof enough === 'object' ? `${enough.numerator}/${enough.denominator}` : `${enough}`;
