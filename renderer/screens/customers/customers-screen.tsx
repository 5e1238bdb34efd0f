import { useState } from "react";
import type { Customer } from "../../../main/contract/shapes/directory";
import { ListDetail } from "../../parts/list-detail";
import { useConsole } from "../../stores/console-store";
import { ServiceTabs } from "../services/service-tabs";
import { CustomerDialog } from "./customer-dialog";
import { CustomerList } from "./customer-list";
import { CustomerPane } from "./customer-pane";

/** All customers, and what one of them has. */
export function CustomersScreen() {
  const selectedId = useConsole((state) => state.route.id);
  const [edited, setEdited] = useState<Customer | "new" | null>(null);
  return (
    <ServiceTabs tab="customers">
      <ListDetail
        list={
          <CustomerList
            selectedId={selectedId}
            onAdd={() => {
              setEdited("new");
            }}
          />
        }
        detail={selectedId === null ? null : <CustomerPane key={selectedId} id={selectedId} onEdit={setEdited} />}
      />
      <CustomerDialog
        edited={edited}
        onEnd={() => {
          setEdited(null);
        }}
      />
    </ServiceTabs>
  );
}
