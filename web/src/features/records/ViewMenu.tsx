import { Button, Checkbox, Input, Modal, Select } from "antd";
import { Save, Trash2 } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { queryClient } from "@/api/query_client";
import { createView, deleteView, saveView, type View, viewsQuery } from "@/api/records";
import { IconButton } from "@/ui/IconButton";
import { toast } from "@/ui/toast";
import { askedFilters, type Look, type RecordsSearch } from "./look";
import styles from "./records.module.css";

export interface ViewMenuProps {
  form: string;
  look: Look;
  search: RecordsSearch;
  views: readonly View[];
  onSearch: (search: RecordsSearch) => void;
}

/** Saved ways to look: choose one, keep the present one, drop one. */
export function ViewMenu({ form, look, search, views, onSearch }: ViewMenuProps) {
  const { t } = useTranslation("records");
  const [isNaming, setNaming] = useState(false);
  const [name, setName] = useState("");
  const [isShared, setShared] = useState(false);
  const chosen = views.find(({ id }) => id === search.view);
  const definition = { ...look, filters: askedFilters(look.filters) };
  const leave = ({ q }: RecordsSearch, view?: string): RecordsSearch => ({ ...(q && { q }), ...(view && { view }) });

  const write = async (work: () => Promise<string | undefined>) => {
    try {
      const view = await work();
      await queryClient.invalidateQueries({ queryKey: viewsQuery(form).queryKey });
      setNaming(false);
      onSearch(leave(search, view));
    } catch (error) {
      toast.problem(error);
    }
  };
  const add = () => write(async () => (await createView(form, { name: name.trim(), shared: isShared, definition })).id);
  const update = (view: View) =>
    write(async () => {
      await saveView(view.id, { name: view.name, shared: !view.owner, definition });
      return view.id;
    });
  const remove = (view: View) =>
    Modal.confirm({
      title: t("view.remove", { name: view.name }),
      okText: t("view.removeIt"),
      okButtonProps: { danger: true },
      autoFocusButton: "cancel",
      onOk: () =>
        write(async () => {
          await deleteView(view.id);
          return undefined;
        }),
    });
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
        onChange={(view) => onSearch(leave(search, view))}
      />
      {search.look && chosen && <Button onClick={() => void update(chosen)}>{t("view.update")}</Button>}
      {search.look && <IconButton label={t("view.saveAs")} icon={<Save size={16} />} onClick={() => setNaming(true)} />}
      {chosen && (
        <IconButton
          label={t("view.remove", { name: chosen.name })}
          icon={<Trash2 size={16} />}
          onClick={() => remove(chosen)}
        />
      )}
      <Modal
        open={isNaming}
        title={t("view.saveAs")}
        okButtonProps={{ disabled: name.trim() === "" }}
        onOk={() => void add()}
        onCancel={() => setNaming(false)}
        destroyOnHidden
      >
        <div className={styles.naming}>
          <Input
            autoFocus
            maxLength={60}
            placeholder={t("view.name")}
            aria-label={t("view.name")}
            value={name}
            onChange={({ target }) => setName(target.value)}
          />
          <Checkbox checked={isShared} onChange={({ target }) => setShared(target.checked)}>
            {t("view.share")}
          </Checkbox>
        </div>
      </Modal>
    </>
  );
}
