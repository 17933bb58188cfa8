import { readdirSync, readFileSync } from 'node:fs';

/** Ticks of a second, which Linux has told programs as 100 for decades (`getconf CLK_TCK`). */
const TICKS = 100;

/** What a process and those it has started have computed so far, in seconds; undefined where there is no /proc. */
export function cpuSecondsOf(processId: number): number | undefined {
  const all = processes();
  const own = all.get(processId);
  if (own === undefined) return undefined;
  const childrenOf = (parent: number): number =>
    [...all].reduce((sum, [id, each]) => (each.parent === parent ? sum + each.seconds + childrenOf(id) : sum), 0);
  return own.seconds + childrenOf(processId);
}

/** What all of the machine's cores have computed so far, in seconds; undefined where there is no /proc. */
export function cpuSecondsOfMachine(): number | undefined {
  try {
    const [, user, nice, system, , , interrupts, softInterrupts] = readFileSync('/proc/stat', 'utf8').split(/\s+/);
    const ticks = [user, nice, system, interrupts, softInterrupts].reduce((sum, field) => sum + Number(field), 0);
    return ticks / TICKS;
  } catch {
    return undefined;
  }
}

interface Process {
  readonly parent: number;
  /** Its own, and of children that have ended. */
  readonly seconds: number;
}

function processes(): ReadonlyMap<number, Process> {
  const found = new Map<number, Process>();
  for (const name of entries()) {
    if (!/^\d+$/.test(name)) continue;
    try {
      const text = readFileSync(`/proc/${name}/stat`, 'utf8');
      // After the name of the program, which may have spaces: state, parent, …, utime, stime, cutime, cstime (proc(5), 14 to 17).
      const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
      const ticks = fields.slice(11, 15).reduce((sum, field) => sum + Number(field), 0);
      found.set(Number(name), { parent: Number(fields[1]), seconds: ticks / TICKS });
    } catch {
      // It has ended in the meantime.
    }
  }
  return found;
}

function entries(): readonly string[] {
  try {
    return readdirSync('/proc');
  } catch {
    return [];
  }
}
