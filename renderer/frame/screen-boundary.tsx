import { Button } from "@mantine/core";
import { IconAlertTriangle } from "@tabler/icons-react";
import { Component, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { EmptyState } from "../parts/empty-state";

interface ScreenBoundaryProps {
  readonly children: ReactNode;
}

/** Keeps a defect of one screen from taking the window with it. */
export class ScreenBoundary extends Component<ScreenBoundaryProps, { readonly hasFailed: boolean }> {
  override state = { hasFailed: false };

  static getDerivedStateFromError(): { readonly hasFailed: boolean } {
    return { hasFailed: true };
  }

  override render(): ReactNode {
    if (!this.state.hasFailed) return this.props.children;
    return (
      <ScreenFailed
        onOpenAgain={() => {
          this.setState({ hasFailed: false });
        }}
      />
    );
  }
}

function ScreenFailed({ onOpenAgain }: { readonly onOpenAgain: () => void }) {
  const { t } = useTranslation();
  return (
    <EmptyState icon={IconAlertTriangle} title={t("frame.screenFailed")} hint={t("frame.screenFailedHint")}>
      <Button variant="default" onClick={onOpenAgain}>
        {t("frame.openAgain")}
      </Button>
    </EmptyState>
  );
}
