import { calls } from "../../main/contract/calls";
import type { KeysetRequest } from "../../main/ports/repository";
import type { ActionFilter, CustomerFilter, ServiceFilter, TaskFilter } from "../../main/ports/store";

/** Lists as their calls ask for them where nothing is filtered. */
export const allTasks: TaskFilter = { ...calls["task.list"].input.parse({ state: "all" }), firstDepartmentIds: [] };
export const allServices: ServiceFilter = calls["service.list"].input.parse({});
export const allCustomers: CustomerFilter = calls["customer.list"].input.parse({});
export const allActions: ActionFilter = calls["action.list"].input.parse({ state: "all" });

export const firstPage: KeysetRequest = { after: null, offset: 0, limit: 100 };
