import type { RackLayout } from "../contract/shapes/panel";
import type { RackFace, Reservation, UnitRun } from "../contract/shapes/rack";
import type { Amounts } from "../contract/shapes/tariff";

/** Where a service's equipment is to be mounted, until the panel shows it there. */
export interface RackPlan {
  readonly serviceId: string;
  readonly revision: number;
  readonly moduleId: string;
  readonly rackId: number;
  readonly units: UnitRun;
  readonly faces: readonly RackFace[];
  /** Who planned it last. */
  readonly operator: string;
  readonly createdAt: number;
}

/** What of a rack may be sold; null where nobody has said. */
export interface RackCapacityRecord {
  readonly moduleId: string;
  readonly rackId: number;
  readonly powerWatts: number | null;
  readonly bandwidthMbit: number | null;
}

/** An unclosed service as far as a rack has to know it. */
export interface RackTenant {
  readonly serviceId: string;
  readonly serviceNumber: number;
  readonly label: string;
  readonly customerName: string;
  readonly moduleId: string;
  readonly serverId: number | null;
  /** What its card says; empty where nobody has said. */
  readonly rack: string;
  readonly amounts: Amounts;
  /** Its set-up task that has not ended. */
  readonly taskId: string | null;
}

/** Unclosed services with the same module, rack on their cards, and version of a tariff, which says what the amounts are counted in. */
export interface SoldInRack {
  readonly moduleId: string;
  readonly rack: string;
  readonly tariffId: string;
  readonly tariffVersion: number;
  readonly power: number;
  readonly flat: number;
}

/** A rack's map as a panel last told it. */
export interface SightedMap {
  readonly moduleId: string;
  readonly rackId: number;
  readonly layout: RackLayout;
  readonly takenAt: number;
}

/** A server that a mirror puts into a rack. */
export interface SightedServer {
  readonly moduleId: string;
  readonly rackId: number;
  readonly serverId: number;
  readonly name: string;
  readonly units: readonly number[];
}

/** What the store keeps of racks. Modules of one panel show the same racks, so lists are asked for all of them. */
export interface RackRepositories {
  readonly rackReservations: {
    find(id: string): Promise<Reservation | undefined>;
    /** Ended ones included, lowest unit first. */
    listByModules(moduleIds: readonly string[]): Promise<readonly Reservation[]>;
    /** Stores revision 1. */
    add(reservation: Reservation): Promise<Reservation>;
    remove(id: string): Promise<void>;
  };
  readonly rackPlans: {
    find(serviceId: string): Promise<RackPlan | undefined>;
    /** Those of unclosed services. */
    listByModules(moduleIds: readonly string[]): Promise<readonly RackPlan[]>;
    add(plan: RackPlan): Promise<RackPlan>;
    /** As RecordRepository.save. */
    save(plan: RackPlan): Promise<RackPlan>;
    remove(serviceId: string): Promise<void>;
  };
  readonly rackCapacities: {
    find(moduleId: string, rackId: number): Promise<RackCapacityRecord | undefined>;
    listByModules(moduleIds: readonly string[]): Promise<readonly RackCapacityRecord[]>;
    /** Adds or replaces. */
    put(capacity: RackCapacityRecord): Promise<void>;
  };
  /** What panels last said; of these racks, or of all where none are named. */
  readonly rackSightings: {
    listMaps(moduleIds: readonly string[], rackIds: readonly number[] | null): Promise<readonly SightedMap[]>;
    listServers(moduleIds: readonly string[], rackIds: readonly number[] | null): Promise<readonly SightedServer[]>;
    /** Which of these servers stand in units of any rack, as the mirrors have it. */
    listMounted(moduleIds: readonly string[], serverIds: readonly number[]): Promise<readonly number[]>;
  };
  readonly rackTenants: {
    /** Services of these modules that stand on one of the servers, whose card names one of the racks (whatever the case), or that are named. */
    list(sought: {
      readonly moduleIds: readonly string[];
      readonly serverIds: readonly number[];
      readonly rackNames: readonly string[];
      readonly serviceIds: readonly string[];
    }): Promise<readonly RackTenant[]>;
    /** Customers' own equipment that is to be set up and whose card names no rack, planned nowhere; oldest task first. */
    listRackless(moduleIds: readonly string[], limit: number): Promise<readonly RackTenant[]>;
    /** What the services that are not planned anywhere have bought; of these racks (whatever the case), or of all where none are named. */
    listSold(moduleIds: readonly string[], rackNames: readonly string[] | null): Promise<readonly SoldInRack[]>;
  };
}
