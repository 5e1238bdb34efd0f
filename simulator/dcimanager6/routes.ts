import { addressRoutes } from "./addresses";
import { connectionRoutes } from "./connections";
import { operationRoutes } from "./operations";
import { pduRoutes } from "./pdus";
import { poolRoutes } from "./pools";
import { powerRoutes } from "./power";
import { rackRoutes } from "./racks";
import type { Route } from "./router";
import { serverCreationRoutes } from "./server-creation";
import { serverRoutes } from "./servers";
import { switchRoutes } from "./switches";
import { templateRoutes } from "./templates";
import { userRoutes } from "./users";

/** Every function of the panel but signing in. */
export const panelRoutes: readonly Route[] = [
  ...serverRoutes,
  ...serverCreationRoutes,
  ...powerRoutes,
  ...operationRoutes,
  ...addressRoutes,
  ...poolRoutes,
  ...rackRoutes,
  ...connectionRoutes,
  ...switchRoutes,
  ...pduRoutes,
  ...userRoutes,
  ...templateRoutes,
];
