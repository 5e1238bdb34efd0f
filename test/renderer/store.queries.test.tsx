import { act, cleanup, renderHook, waitFor } from "@testing-library/react";
import { afterEach, describe, expect, test } from "vitest";
import type { ConsoleEvent } from "../../main/contract/events";
import type { Result } from "../../main/contract/faults";
import { useCommand } from "../../renderer/hooks/use-command";
import { useQuery } from "../../renderer/hooks/use-query";
import { useConsole } from "../../renderer/stores/console-store";
import { followEvents } from "../../renderer/stores/follow-events";
import { done, failed, installFakeBridge } from "./fake-bridge";
import { buildTask, buildTaskDetail } from "./records";

afterEach(cleanup);

const taskChanged: ConsoleEvent = { name: "records.changed", changes: [{ entity: "task", id: "task-1" }] };

describe("a query", () => {
  test("is asked again when a record it depends on has changed", async () => {
    let revision = 3;
    const bridge = installFakeBridge({ "task.get": () => done(buildTaskDetail({ task: buildTask({ revision }) })) });
    followEvents();
    const { result } = renderHook(() => useQuery("task.get", { id: "task-1" }));
    await waitFor(() => {
      expect(result.current.value?.task.revision).toBe(3);
    });
    revision = 4;
    act(() => {
      bridge.emit(taskChanged);
    });
    await waitFor(() => {
      expect(result.current.value?.task.revision).toBe(4);
    });
  });

  test("is left alone when something else has changed", async () => {
    const bridge = installFakeBridge({
      "task.get": () => done(buildTaskDetail()),
      "customer.list": () => done({ rows: [], total: 0, next: null }),
    });
    followEvents();
    const { result } = renderHook(() => ({
      task: useQuery("task.get", { id: "task-1" }),
      customers: useQuery("customer.list", {}),
    }));
    await waitFor(() => {
      expect(result.current.customers.value).toBeDefined();
    });
    act(() => {
      bridge.emit({ name: "records.changed", changes: [{ entity: "customer", id: "customer-1" }] });
    });
    await waitFor(() => {
      expect(bridge.inputsOf("customer.list")).toHaveLength(2);
    });
    expect(bridge.inputsOf("task.get")).toHaveLength(1);
  });

  test("draws nothing anew because it is asked for the first time", async () => {
    installFakeBridge({ "task.get": () => done(buildTaskDetail()) });
    const drawn: unknown[] = [];
    renderHook(() => {
      const { value } = useQuery("task.get", { id: "task-1" });
      drawn.push(value);
    });
    await waitFor(() => {
      expect(drawn.at(-1)).toBeDefined();
    });
    expect(drawn).toEqual([undefined, buildTaskDetail()]);
  });

  test("keeps its old answer while it is asked again and when that fails", async () => {
    const answers: Result<ReturnType<typeof buildTaskDetail>>[] = [
      done(buildTaskDetail()),
      failed({ kind: "unavailable", message: "Gone", system: "Riga-1", retryable: true }),
    ];
    installFakeBridge({
      "task.get": () => answers.shift() ?? failed({ kind: "internal", message: "", reference: "" }),
    });
    const { result } = renderHook(() => useQuery("task.get", { id: "task-1" }));
    await waitFor(() => {
      expect(result.current.value).toBeDefined();
    });
    act(() => {
      result.current.reload();
    });
    await waitFor(() => {
      expect(result.current.fault?.kind).toBe("unavailable");
    });
    expect(result.current.value?.task.id).toBe("task-1");
  });

  test("shows the record that a command answered before any event arrives", async () => {
    installFakeBridge({
      "task.get": () => done(buildTaskDetail({ task: buildTask({ state: "open", revision: 3 }) })),
      "task.accept": () => done(buildTask({ state: "in-work", revision: 4 })),
    });
    const { result } = renderHook(() => ({
      task: useQuery("task.get", { id: "task-1" }),
      accept: useCommand("task.accept"),
    }));
    await waitFor(() => {
      expect(result.current.task.value?.task.state).toBe("open");
    });
    await act(() => result.current.accept.run({ id: "task-1" }));
    expect(result.current.task.value?.task.state).toBe("in-work");
  });

  test("forgets the answers of a profile that was closed, also those still on their way", async () => {
    let release: (result: Result<ReturnType<typeof buildTaskDetail>>) => void = () => undefined;
    const bridge = installFakeBridge({
      "task.get": () =>
        new Promise((resolve) => {
          release = resolve;
        }),
    });
    followEvents();
    const { result } = renderHook(() => useQuery("task.get", { id: "task-1" }));
    await waitFor(() => {
      expect(bridge.inputsOf("task.get")).toHaveLength(1);
    });
    const releaseOld = release;
    act(() => {
      bridge.emit({ name: "profile.opened" });
    });
    await waitFor(() => {
      expect(bridge.inputsOf("task.get")).toHaveLength(2);
    });
    await act(async () => {
      releaseOld(done(buildTaskDetail({ task: buildTask({ number: 99 }) })));
      await Promise.resolve();
    });
    expect(result.current.value).toBeUndefined();
    expect(useConsole.getState().records.size).toBe(0);
  });
});
