import { Modal } from "antd";
import { TileBody } from "@/tiles/TileBody";
import { useBackCloses } from "@/ui/back_closes";
import styles from "./boards.module.css";
import type { TileCardProps } from "./TileCard";

export type TileZoomProps = Omit<TileCardProps, "onZoom" | "onRenew" | "onTable" | "span" | "narrowed" | "isPicked"> & {
  onClose: () => void;
};

/** One tile as large as the window. */
export function TileZoom({ tile, asked, form, onOpen, onClear, isTable, onClose }: TileZoomProps) {
  useBackCloses(true, onClose);
  return (
    <Modal open title={tile.title} footer={null} width="min(1280px, 94vw)" centered onCancel={onClose} destroyOnHidden>
      <div className={styles.zoom}>
        <TileBody {...asked} title={tile.title} form={form} onOpen={onOpen} isTable={isTable} onClear={onClear} />
      </div>
    </Modal>
  );
}
