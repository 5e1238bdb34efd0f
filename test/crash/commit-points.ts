import type { PanelConnector, PanelGateway } from "../../main/ports/gateway";
import type { ActionRecord, Repositories, Store } from "../../main/ports/store";
import { transactionSetting } from "./assignment";
import type { ChildLine, CommitPoint } from "./assignment";

export type ReachPoint = (point: CommitPoint) => void;
export type Tell = (line: ChildLine) => void;

const pointOfState: Partial<Record<ActionRecord["state"], CommitPoint>> = {
  sending: "sending saved",
  confirming: "confirming saved",
  uncertain: "uncertain saved",
  done: "finished saved",
};

/**
 * The store with every transaction numbered inside itself and told before and after its commit. One connection writes, one transaction after the
 * other: a transaction is there exactly when its number has been reached.
 */
export async function watchStore(store: Store, tell: Tell, reach: ReachPoint): Promise<Store> {
  const stored = await store.read(({ settings }) => settings.find(transactionSetting));
  let last = Number(stored ?? "0");
  return {
    ...store,
    async write(work) {
      const reached: CommitPoint[] = [];
      let transaction = 0;
      const value = await store.write(async (repositories) => {
        reached.length = 0;
        const result = await work(watchActions(repositories, reached));
        // The number is taken inside, where transactions run one behind the other.
        transaction = last + 1;
        await repositories.settings.put(transactionSetting, String(transaction));
        tell({ is: "committing", transaction });
        reach("transaction about to commit");
        last = transaction;
        return result;
      });
      tell({ is: "committed", transaction });
      reach("transaction committed");
      for (const point of reached) reach(point);
      return value;
    },
  };
}

function watchActions(repositories: Repositories, reached: CommitPoint[]): Repositories {
  return {
    ...repositories,
    actions: {
      ...repositories.actions,
      async save(action) {
        const saved = await repositories.actions.save(action);
        const point = pointOfState[action.state];
        if (point !== undefined) reached.push(point);
        return saved;
      },
    },
  };
}

/** Panels whose orders are points at which the program can die. */
export function watchPanels(panels: PanelConnector, reach: ReachPoint): PanelConnector {
  const watch =
    <Input extends readonly unknown[], Answer>(give: (...input: Input) => Promise<Answer>) =>
    async (...input: Input): Promise<Answer> => {
      reach("order about to leave");
      const answer = await give(...input);
      reach("order answered");
      return answer;
    };
  return {
    ...panels,
    connect(connection): PanelGateway {
      const gateway = panels.connect(connection);
      return {
        ...gateway,
        createServer: watch(gateway.createServer),
        setOwner: watch(gateway.setOwner),
        setPower: watch(gateway.setPower),
        assignAddresses: watch(gateway.assignAddresses),
        releaseAddress: watch(gateway.releaseAddress),
        addConnection: watch(gateway.addConnection),
        removeConnection: watch(gateway.removeConnection),
        setSwitchPort: watch(gateway.setSwitchPort),
        cancelOperation: watch(gateway.cancelOperation),
      };
    },
  };
}
