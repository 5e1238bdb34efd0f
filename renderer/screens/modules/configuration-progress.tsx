import { Progress } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useConsole } from "../../stores/console-store";

/** How far the configuration has been read, part by part; nothing while nobody reads. */
export function ConfigurationProgress({ moduleId }: { readonly moduleId: string }) {
  const { t } = useTranslation();
  const reading = useConsole((state) => state.readings[moduleId]);
  if (!reading) return null;
  const { part, done, total } = reading;
  const words = t("modules.detail.reading", { part: t(`modules.part.${part}`), done, total });
  return (
    <div className="reading" role="status">
      <Progress value={(100 * done) / Math.max(1, total)} aria-label={words} />
      <span className="quiet">{words}</span>
    </div>
  );
}
