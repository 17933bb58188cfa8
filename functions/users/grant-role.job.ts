import { encryptionFromEnvironment } from '../../platform/encryption/environment.ts';
import { jobFunction } from '../../platform/jobs/job-function.ts';
import { changeRole, roleArguments } from './roles/change-role.ts';

const blindIndex = () => encryptionFromEnvironment().blindIndex;

export const handler = jobFunction({
  name: 'grant-role',
  run: changeRole('grant', blindIndex),
  arguments: roleArguments,
});
