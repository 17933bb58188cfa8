import { App } from 'aws-cdk-lib';
import { domains } from '../functions/manifest.ts';
import { addStacks } from '../lib/app.ts';
import { build } from '../lib/bundle.ts';
import { SettingsError, settingsFrom } from '../lib/config.ts';

/** The environment's name for each setting; `-c name=value` comes first. */
const environmentNames: Record<string, string> = {
  stage: 'HEAL7_STAGE',
  account: 'HEAL7_ACCOUNT',
  alarmEmail: 'HEAL7_ALARM_EMAIL',
  mailFrom: 'HEAL7_MAIL_FROM',
  timeseries: 'HEAL7_TIMESERIES',
};

const app = new App();
try {
  const settings = settingsFrom(name => app.node.tryGetContext(name) ?? process.env[environmentNames[name]!]);
  addStacks(app, settings, await build(domains), domains);
} catch (error) {
  if (!(error instanceof SettingsError)) throw error;
  console.error(error.message);
  process.exit(1);
}
