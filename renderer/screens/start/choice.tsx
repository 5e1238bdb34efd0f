import { Text, Title } from "@mantine/core";
import type { TablerIcon } from "@tabler/icons-react";
import type { ReactNode } from "react";
import "./choice.css";

interface ChoiceProps {
  readonly icon: TablerIcon;
  readonly title: string;
  readonly text: string;
  /** The button that chooses it. */
  readonly children: ReactNode;
}

/** One of a few ways to begin. */
export function Choice({ icon: Icon, title, text, children }: ChoiceProps) {
  return (
    <section className="start-choice">
      <Icon size={28} stroke={1.4} color="var(--accent)" aria-hidden />
      <Title order={2} size="h2">
        {title}
      </Title>
      <Text c="dimmed" flex={1}>
        {text}
      </Text>
      {children}
    </section>
  );
}
