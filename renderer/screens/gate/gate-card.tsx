import { Text, Title } from "@mantine/core";
import { IconServer2, type TablerIcon } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useConsole } from "../../stores/console-store";

interface GateCardProps {
  readonly icon?: TablerIcon;
  readonly title: string;
  readonly intro?: string;
  /** Wider, for choices side by side. */
  readonly isWide?: boolean;
  readonly children: ReactNode;
  /** Below the card: ways elsewhere. */
  readonly foot?: ReactNode;
}

/** The card in the middle of the gate, with the program's name above and ways elsewhere below. */
export function GateCard({ icon: Icon, title, intro, isWide = false, children, foot }: GateCardProps) {
  const { t } = useTranslation();
  const version = useConsole((state) => state.description?.version ?? "");
  const isPractice = useConsole((state) => state.description?.profile === "practice");
  return (
    <div className="gate-scroll">
      <main className="gate-middle" data-wide={isWide}>
        <div className="gate-brand">
          <IconServer2 size={22} stroke={1.5} color="var(--accent)" aria-hidden />
          <span>Rackside</span>
          {isPractice ? <span className="gate-practice">{t("frame.practiceSite")}</span> : null}
        </div>
        <section className="gate-card">
          <div>
            <Title order={1} className="gate-title">
              {Icon ? <Icon size={20} stroke={1.7} aria-hidden /> : null}
              {title}
            </Title>
            {intro === undefined ? null : (
              <Text c="dimmed" mt={4}>
                {intro}
              </Text>
            )}
          </div>
          {children}
        </section>
        <div className="gate-foot">
          {foot}
          <span className="gate-version">{t("gate.version", { version })}</span>
        </div>
      </main>
    </div>
  );
}
