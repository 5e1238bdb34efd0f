import { useConsole } from "../../stores/console-store";
import { ListDetail } from "../../parts/list-detail";
import { ServiceList } from "./service-list";
import { ServicePane } from "./service-pane";
import { ServiceTabs } from "./service-tabs";

/** All services, and the life of one. */
export function ServicesScreen() {
  const selectedId = useConsole((state) => state.route.id);
  return (
    <ServiceTabs tab="services">
      <ListDetail
        list={<ServiceList selectedId={selectedId} />}
        detail={selectedId === null ? null : <ServicePane key={selectedId} id={selectedId} />}
      />
    </ServiceTabs>
  );
}
