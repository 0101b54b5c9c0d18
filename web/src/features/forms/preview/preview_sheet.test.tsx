import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { render, screen } from "@testing-library/react";
import { useContext } from "react";
import { expect, it, vi } from "vitest";
import { UploadGoal } from "@/ui/uploads/goal";
import { AT_START } from "../edits/tried";
import { PreviewSheet } from "./PreviewSheet";

vi.mock("@/fields/sheet/FormSheet", () => ({
  FormSheet: () => <p>{useContext(UploadGoal)?.title}</p>,
}));

it("tells its fields which form they are in, as a form that is filled does: a photo's watermark says so", () => {
  const definition = { fields: [], sections: [] };
  render(
    <QueryClientProvider client={new QueryClient({ defaultOptions: { queries: { enabled: false } } })}>
      <PreviewSheet name="报修单" definition={definition} step={AT_START} />
    </QueryClientProvider>,
  );
  expect(screen.getByText("报修单")).toBeVisible();
});
