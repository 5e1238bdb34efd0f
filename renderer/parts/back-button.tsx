import { Button } from "@mantine/core";
import { IconArrowLeft } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { useIsWide } from "../hooks/use-is-wide";
import { useConsole } from "../stores/console-store";

/** The way back to the list where list and detail do not stand side by side. */
export function BackButton() {
  const { t } = useTranslation();
  const isWide = useIsWide();
  const goBack = useConsole((state) => state.goBack);
  if (isWide) return null;
  return (
    <Button
      variant="subtle"
      color="gray"
      ml={-14}
      style={{ alignSelf: "start" }}
      leftSection={<IconArrowLeft size="1.2em" aria-hidden />}
      onClick={goBack}
    >
      {t("parts.back")}
    </Button>
  );
}
