import { expect, onTestFinished, test } from 'vitest';
import { startRunner } from './local-runner.ts';

/** `npm run simulate`, without npm. */
async function simulate(...args: readonly string[]) {
  const { ended, output, errors } = startRunner({}, [process.execPath, 'local/simulate/simulate.ts', ...args]);
  const code = await ended;
  return { code, output: output(), errors: errors() };
}

test('devices that are simulated send to the platform that runs, and what they sent is there', async () => {
  const platform = startRunner({ PORT: '0' });
  onTestFinished(() => void platform.child.kill('SIGKILL'));
  await platform.until('Stop with Ctrl-C');
  const { code, output, errors } = await simulate('--devices', '7', '--rate', '140', '--array', '10', '--seconds', '2');
  expect(errors).toBe('');
  expect(output).toMatch(/7 devices at simulation, 140 readings a second, 10 in a message, for 2 s:\n7 are connected/);
  expect(output).toMatch(/^ {3}1 s {3}sent \d+ {3}acknowledged \d+ {3}stored \d+ {3}lag (?:[\d,]+ ms|-)$/m);
  expect(output).toMatch(/stored +280 +rows; counted by their minutes: 280\n/);
  expect(output).toMatch(/missing +0\n +lag +p50 [\d,]+ ms +p95 [\d,]+ ms/);
  expect(code).toBe(0);

  // An engine that is lost is told of, and the rest goes on and stops as it should.
  process.kill(Number(/MQTT .*process (\d+)/.exec(platform.output())![1]), 'SIGKILL');
  await platform.until('has ended by itself, by SIGKILL');
  expect(platform.output()).toMatch(/^MQTT \(127\.0\.0\.1:\d+\) has ended by itself/m);
  platform.child.kill('SIGINT');
  expect(await platform.ended).toBe(0);
}, 45_000);

test('where nothing runs it says how to start it, and a wrong argument how to call it', async () => {
  expect(await simulate()).toEqual({
    code: 1,
    output: '',
    errors: 'HEAL7 does not run: start it in another terminal with npm start, and try again.\n',
  });
  expect(await simulate('--devices', 'many')).toMatchObject({
    code: 1,
    errors: expect.stringMatching(/^--devices is a whole number from 1 to 10,000, not "many"\.\nnpm run simulate -- /),
  });
});
