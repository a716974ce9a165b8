// The tools of the workshop run on the Node that CONTRIBUTING promises: `npm ci` warns about none.
import { createRequire } from 'node:module';
import { expect, test } from 'vitest';
import { readText } from './support/sources.js';

interface Locked {
  readonly version?: string;
  readonly optional?: boolean;
  readonly resolved?: string;
  readonly engines?: { readonly node?: string };
}
interface Lock {
  readonly packages: Readonly<Record<string, Locked>>;
}
const semver = createRequire(import.meta.url)('semver') as {
  readonly satisfies: (version: string, range: string) => boolean;
};

const { packages } = JSON.parse(readText('package-lock.json')) as Lock;
const { engines, dependencies, peerDependencies } = JSON.parse(readText('package.json')) as {
  readonly engines: { readonly node: string };
  readonly dependencies: Readonly<Record<string, string>>;
  readonly peerDependencies: Readonly<Record<string, string>>;
};

/** `Node 20.19 or newer` */
const stated = /Node (\d+\.\d+) or newer/u;
const floor = stated.exec(readText('CONTRIBUTING.md'))?.[1];

test('README, CONTRIBUTING and package.json state one oldest Node', () => {
  expect(floor).toBeDefined();
  expect(stated.exec(readText('README.md'))?.[1]).toBe(floor);
  expect(engines.node).toBe(`>=${floor}`);
});

test('every locked package runs on that Node, by its own word', () => {
  // npm passes an optional package by in silence where its engines do not fit.
  const unfit = Object.entries(packages).filter(([path, { engines: needs, optional }]) => {
    if (path === '' || optional === true || needs?.node === undefined) return false;
    return !semver.satisfies(`${floor}.0`, needs.node);
  });
  expect(unfit.map(([path, { version, engines: needs }]) => `${path} ${version}: ${needs?.node}`)).toEqual([]);
  expect(Object.values(packages).filter(({ engines: needs }) => needs?.node).length).toBeGreaterThan(100);
});

test('what a host installs with the library is a range, which lets it share one copy', () => {
  const ranges = Object.values({ ...dependencies, ...peerDependencies });
  expect(ranges.filter((range) => !/^\^\d+\.\d+\.\d+$/u.test(range))).toEqual([]);
});

test('the lock names no place that a package came from', () => {
  expect(Object.entries(packages).filter(([, { resolved }]) => resolved !== undefined)).toEqual([]);
});
