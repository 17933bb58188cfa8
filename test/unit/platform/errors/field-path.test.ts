import { expect, test } from 'vitest';
import { pathBelow } from '../../../../platform/errors/field-path.ts';

test.each([
  ['', 'births', 'births'],
  ['births', 3, 'births.3'],
  ['births.3', 'date', 'births.3.date'],
])('below %j, %j is at %j', (path, key, below) => {
  expect(pathBelow(path, key)).toBe(below);
});

test('a path of 256 characters is told whole, a longer one is cut, and nothing is added below it', () => {
  const whole = pathBelow('a', 'b'.repeat(254));
  expect(whole).toBe(`a.${'b'.repeat(254)}`);
  const cut = pathBelow('a', 'b'.repeat(100_000));
  expect(cut).toBe(`${whole}…`);
  expect(pathBelow(cut, 'c')).toBe(cut);
  expect(pathBelow(whole, 'c')).toBe(`${whole}…`);
});

test('a character is not cut in two', () => {
  expect(pathBelow('', `${'a'.repeat(255)}😀`).isWellFormed()).toBe(true);
});
