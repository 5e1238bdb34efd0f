import { useTranslation } from "react-i18next";
import type { ServiceRow } from "../../../main/contract/shapes/service";
import { ListRow } from "../../parts/list-row";
import { Age } from "../../lists/age";
import { StateIcon, ToneBadge, useStateWord } from "../../parts/state-badge";
import { attentionLook } from "../../parts/state-tone";

/** A service in the list: state, label, whose it is and where, and its age. */
export function ServiceRowView({ service }: { readonly service: ServiceRow }) {
  const { t } = useTranslation();
  const word = useStateWord({ of: "service", state: service.state });
  const number = t("services.number", { number: service.number });
  return (
    <ListRow
      mark={<StateIcon of="service" state={service.state} />}
      title={service.label === "" ? t("services.unlabelled", { number: service.number }) : service.label}
      aside={service.needsAttention ? <ToneBadge look={attentionLook} word={t("states.attention")} /> : word}
      below={[number, service.customerName, service.dataCentreName].filter((text) => text !== "").join(" · ")}
      belowAside={<Age at={service.createdAt} />}
    />
  );
}
