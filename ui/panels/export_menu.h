// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/panels/export_formats.h"

#include <QToolButton>

#include <functional>
#include <optional>

namespace inverso::ui {

/// The button "Export": saves the cell in a file of the chosen format, or copies it.
class ExportMenu : public QToolButton
{
    Q_OBJECT

public:
    /// `cell` is asked whenever something is exported; none: nothing happens.
    using Source = std::function<std::optional<ExportedCell>()>;
    explicit ExportMenu(Source cell, QWidget* parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override;

public slots:
    /// Asks for a file, then saves.
    void saveAs(inverso::ui::ExportFormat format);
    void save(inverso::ui::ExportFormat format, const QString& path);
    void copy(inverso::ui::ExportFormat format);

signals:
    /// One sentence about what went wrong; empty when all is well again.
    void failed(const QString& sentence);

private:
    Source m_cell;
    QString m_folder; ///< of the last file
};

} // namespace inverso::ui
