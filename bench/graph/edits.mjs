// Ranks after one article changed one of its links: kept up to date, beside solving all anew. Used by ranks.mjs.
import { buildLinkGraph, pageRank, rankKeeper } from '../../dist/graph/index.js';
import { chances } from './model.mjs';
import { mustAgree, takeTurns, timed } from './turns.mjs';

const RELATIVE = 1e-4;
const EDITS_A_ROUND = 20;

/** A graph whose articles change a link one after the other: a row loses one target and gets another nearby. */
const editing = (base) => {
  const chance = chances(17);
  const rows = new Map();
  const edit = () => {
    const node = Math.floor(chance() * base.nodeCount);
    const row = (rows.get(node) ?? base.outTargets.subarray(base.outStarts[node], base.outStarts[node + 1])).slice();
    const target = Math.max(0, Math.min(base.nodeCount - 1, node - 20 + Math.floor(chance() * 41)));
    if (row.includes(target) || row.length === 0) return edit();
    row[Math.floor(chance() * row.length)] = target;
    rows.set(node, row);
    return { base, nodeCount: base.nodeCount, isRemoved: () => false, changedRows: rows };
  };
  return { edit, rows };
};

const rebuilt = (base, rows) => {
  const targets = base.outTargets.slice();
  const sources = new Int32Array(base.linkCount);
  for (let v = 0; v < base.nodeCount; v++) {
    sources.fill(v, base.outStarts[v], base.outStarts[v + 1]);
    const row = rows.get(v);
    if (row) targets.set(row, base.outStarts[v]);
  }
  return buildLinkGraph({ nodeCount: base.nodeCount, sources, targets });
};

const greatestRelativeError = (ranks, exact) =>
  exact.reduce((greatest, rank, v) => Math.max(greatest, Math.abs(ranks[v] - rank) / rank), 0);

export const updateTimes = async (base, rounds) => {
  const keeper = rankKeeper(base, { relativeTolerance: RELATIVE });
  const { edit, rows } = editing(base);
  const name = '**rankKeeper**, one edit';
  const full = 'pageRank anew, to 1e-10';
  let solvedInFull = 0;
  let edits = 0;
  const update = () => {
    edits++;
    if (keeper.update(edit()).solvedInFull) solvedInFull++;
  };
  const times = await takeTurns(
    [
      { name, run: () => timed(update, EDITS_A_ROUND) },
      { name: full, run: () => void pageRank(base) },
    ],
    { rounds },
  );
  const error = greatestRelativeError(keeper.ranks(), pageRank(rebuilt(base, rows), { tolerance: 1e-12 }).ranks);
  mustAgree('a rank kept up to date', error, RELATIVE);
  const said = new Map([[name, `${error.toExponential(1)}; ${solvedInFull} of ${edits} solved in full`]]);
  return { times, said, name, full };
};
