import { engineBench } from './engine.bench.ts';
import type { Bench } from './figure.ts';

const benches: Readonly<Record<string, Bench>> = { engine: engineBench };
for (const f of Object.values(benches)[0] ? [process.argv[2]!] : []) for (const x of await engineBench[f]!()) console.log(JSON.stringify(x));
