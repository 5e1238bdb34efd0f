import { Button, Modal } from "@mantine/core";
import { IconPrinter } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { RackRoute } from "../../parts/rack-route";
import { DrawingForm } from "./drawing-form";

/** The racks on paper or as a file. */
export function DrawingMenu({ shown }: { readonly shown: readonly RackRoute[] }) {
  const { t } = useTranslation();
  const [isOpen, setIsOpen] = useState(false);
  const close = (): void => {
    setIsOpen(false);
  };
  return (
    <>
      <Button
        variant="default"
        size="compact-sm"
        leftSection={<IconPrinter size="1.1em" aria-hidden />}
        onClick={() => {
          setIsOpen(true);
        }}
      >
        {t("racks.drawing.open")}
      </Button>
      <Modal opened={isOpen} onClose={close} title={t("racks.drawing.title")}>
        {isOpen ? <DrawingForm shown={shown} onClose={close} /> : null}
      </Modal>
    </>
  );
}
