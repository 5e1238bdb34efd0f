import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { LabelSubject } from "../../../main/contract/shapes/label";
import { useConsole } from "../../stores/console-store";
import { formatServerRoute } from "../servers/server-route";

/** The way from a label to what it is for. */
export function OpenSubject({ subject }: { readonly subject: LabelSubject }) {
  const { t } = useTranslation();
  const open = useConsole((state) => state.open);
  switch (subject.kind) {
    case "service":
      return (
        <OpenButton
          text={t("labels.openService")}
          onClick={() => {
            open("services", subject.serviceId);
          }}
        />
      );
    case "server":
    case "cable":
      return (
        <OpenButton
          text={t("labels.openServer")}
          onClick={() => {
            open("servers", formatServerRoute({ moduleId: subject.moduleId, serverId: subject.serverId }));
          }}
        />
      );
    case "rack":
    case "switch-port":
    case "pdu-port":
    case "text":
      return null;
  }
}

function OpenButton({ text, onClick }: { readonly text: string; readonly onClick: () => void }) {
  return (
    <Button variant="default" onClick={onClick}>
      {text}
    </Button>
  );
}
