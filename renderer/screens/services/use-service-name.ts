import { useTranslation } from "react-i18next";
import type { Service } from "../../../main/contract/shapes/service";

/** What people call a service: its label, or its number while it has none. */
export function useServiceName(service: Pick<Service, "label" | "number">): string {
  const { t } = useTranslation();
  return service.label === "" ? t("services.unlabelled", { number: service.number }) : service.label;
}
