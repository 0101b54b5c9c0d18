import { Button, Dropdown, Select } from "antd";
import { Bookmark, Ellipsis, PencilLine, RotateCcw, Save, Trash2 } from "lucide-react";
import { type ReactNode, useState } from "react";
import { queryClient } from "@/api/query_client";
import { createView, deleteView, saveView, type View, viewsQuery } from "@/api/records";
import { useTranslation } from "@/i18n/words";
import { useDelete } from "@/ui/ask";
import { toast } from "@/ui/toast";
import { askedFilters, type Look, type RecordsSearch } from "./look";
import styles from "./records.module.css";
import { type Naming, ViewName } from "./ViewName";

export interface ViewMenuProps {
  form: string;
  look: Look;
  search: RecordsSearch;
  views: readonly View[];
  /** Views of everybody belong to those who design the form. */
  mayShare: boolean;
  onSearch: (search: RecordsSearch) => void;
}

/** Saved ways to look: choose one, keep the present one, rename or drop one. */
export function ViewMenu({ form, look, search, views, mayShare, onSearch }: ViewMenuProps) {
  const { t } = useTranslation("records");
  const { t: tCommon } = useTranslation();
  const [naming, setNaming] = useState<"new" | "old" | null>(null);
  const remove = useDelete();
  const chosen = views.find(({ id }) => id === search.view);
  const mayChange = chosen !== undefined && (Boolean(chosen.owner) || mayShare);
  const definition = { ...look, filters: askedFilters(look.filters) };
  const go = (view?: string) => onSearch({ ...(search.q && { q: search.q }), ...(view && { view }) });

  const write = async (work: () => Promise<string | undefined>) => {
    try {
      const view = await work();
      await queryClient.invalidateQueries({ queryKey: viewsQuery(form).queryKey });
      setNaming(null);
      go(view);
    } catch (error) {
      toast.problem(error);
    }
  };
  const add = (named: Naming) => write(async () => (await createView(form, { ...named, definition })).id);
  const change = (view: View, part: Partial<Naming> & { definition?: Look }) =>
    write(async () => {
      await saveView(view.id, { name: view.name, shared: !view.owner, definition: view.definition, ...part });
      return view.id;
    });
  const drop = async (view: View) => {
    const title = t("view.remove", { name: view.name });
    if (await remove({ title }, () => deleteView(view.id))) await write(async () => undefined);
  };
  const item = (key: string, icon: ReactNode, label: string, onClick: () => void, danger = false) => [
    { key, icon, label, onClick, danger },
  ];
  const items = [
    ...item("add", <Bookmark size={16} />, t("view.saveAs"), () => setNaming("new")),
    ...(search.look ? item("reset", <RotateCcw size={16} />, t("view.reset"), () => go(chosen?.id)) : []),
    ...(mayChange ? item("name", <PencilLine size={16} />, t("view.rename"), () => setNaming("old")) : []),
    ...(mayChange ? item("remove", <Trash2 size={16} />, t("view.removeIt"), () => void drop(chosen), true) : []),
  ];
  return (
    <>
      <Select
        className={styles.views}
        aria-label={t("view.label")}
        options={[
          { value: "", label: t("view.standard") },
          ...views.map((view) => ({
            value: view.id,
            label: view.owner ? view.name : t("view.sharedName", { name: view.name }),
          })),
        ]}
        value={chosen?.id ?? ""}
        onChange={go}
      />
      {search.look && mayChange && (
        <Button icon={<Save size={16} />} onClick={() => void change(chosen, { definition })}>
          {t("view.update")}
        </Button>
      )}
      <Dropdown menu={{ items }} trigger={["click"]}>
        <Button icon={<Ellipsis size={16} />} aria-label={tCommon("more")} />
      </Dropdown>
      {naming && (
        <ViewName
          title={naming === "new" ? t("view.saveAs") : t("view.rename")}
          start={
            naming === "old" && chosen ? { name: chosen.name, shared: !chosen.owner } : { name: "", shared: false }
          }
          mayShare={mayShare}
          onClose={() => setNaming(null)}
          onName={(named) => (naming === "old" && chosen ? change(chosen, named) : add(named))}
        />
      )}
    </>
  );
}
