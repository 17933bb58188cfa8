import { cruise, type ICruiseResult } from 'dependency-cruiser';
import extractTSConfig from 'dependency-cruiser/config-utl/extract-ts-config';
import rules from './import-rules.ts';

/** `npm run check:imports`: holds the house's rules of who may import whom. Exits 1 on a breach. */

const FOLDERS = ['bin', 'db', 'functions', 'layers', 'lib', 'local', 'platform', 'test', 'tools'];
/** A cruise that cannot read TypeScript sees no module and passes: fewer than these means that it is blind. */
const FEWEST_MODULES = 150;

const { output } = await cruise(
  FOLDERS,
  { ruleSet: rules, validate: true, doNotFollow: { path: 'node_modules' }, tsPreCompilationDeps: true },
  undefined,
  {
    tsConfig: extractTSConfig('tsconfig.json'),
  },
);
const { summary } = output as ICruiseResult;
const own = (output as ICruiseResult).modules.filter(({ source }) => !source.includes('node_modules')).length;

for (const { rule, from, to } of summary.violations) console.error(`${rule.name}: ${from} -> ${to}`);
if (own < FEWEST_MODULES)
  console.error(`only ${own} modules were seen: is the typescript package still one that dependency-cruiser reads?`);
console.log(`${own} modules, ${summary.violations.length} breaches`);
process.exitCode = summary.violations.length === 0 && own >= FEWEST_MODULES ? 0 : 1;
