import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { RouteCheck } from "../../../main/contract/shapes/module";
import { Notice } from "../../parts/notice";
import { RouteTable } from "./route-table";
import { suggestedRoutes } from "./route-overrides";

interface FunctionReportProps {
  readonly routes: readonly RouteCheck[];
  readonly isRunning: boolean;
  /** Takes over every name that did answer, and tries again. */
  readonly onTakeOver: () => void;
}

/** Which functions of the panel answered when they were asked one by one; nothing while all did. */
export function FunctionReport({ routes, isRunning, onTakeOver }: FunctionReportProps) {
  const { t } = useTranslation();
  const asked = routes.filter((route) => route.state !== "not-checked");
  const troubled = asked.filter((route) => route.state !== "found");
  const suggested = suggestedRoutes(routes);
  if (asked.length === 0) return null;
  if (troubled.length === 0 && suggested.length === 0) {
    return <span className="quiet">{t("modules.routes.allAnswered", { count: asked.length })}</span>;
  }
  return (
    <Notice tone="waiting" title={t("modules.routes.someMissing", { count: troubled.length })}>
      {t(suggested.length > 0 ? "modules.routes.othersAnswered" : "modules.routes.noneAnswered")}
      <RouteTable routes={troubled.length > 0 ? troubled : suggested} />
      {suggested.length > 0 ? (
        <Button mt={6} variant="default" loading={isRunning} onClick={onTakeOver}>
          {t("modules.routes.takeOver")}
        </Button>
      ) : null}
    </Notice>
  );
}
