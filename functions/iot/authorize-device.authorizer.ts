import { databaseFromEnvironment } from '../../platform/db/environment.ts';
import { authorizerFunction } from '../../platform/mqtt/authorizer-function.ts';
import { rulesSettings } from '../../platform/mqtt/environment.ts';
import { decideSignIn, findSignInRow } from './devices/sign-in.ts';

export const handler = authorizerFunction({
  name: 'authorize-device',
  decide: signIn =>
    decideSignIn(
      signIn,
      // The writer: a reader may not have heard yet of a secret that was replaced a moment ago.
      deviceId => findSignInRow(databaseFromEnvironment().sql, deviceId),
      rulesSettings().MQTT_RULES_STAGE,
    ),
});
