// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/inspector/export_formats.h"

#include <QThreadPool>
#include <QTimer>
#include <QToolButton>

#include <functional>
#include <optional>
#include <stop_token>
#include <vector>

namespace inverso::ui {

/// The button "Export": saves the cell in a file of the chosen format, or copies it. Exports run on their own thread,
/// one after another: the file of a network takes a third of a second.
class ExportMenu : public QToolButton
{
    Q_OBJECT

public:
    /// `cell` is called for each export; if it returns none, nothing happens.
    using Source = std::function<std::optional<ExportedCell>()>;
    explicit ExportMenu(Source cell, QWidget* parent = nullptr);
    /// Waits for files that are being written.
    ~ExportMenu() override;

    [[nodiscard]] QSize sizeHint() const override;
    /// Whether something is being exported.
    [[nodiscard]] bool isBusy() const { return m_running > 0; }

public slots:
    /// Asks for a file name, then saves.
    void saveAs(inverso::ui::ExportFormat format);
    void save(inverso::ui::ExportFormat format, const QString& path);
    void copy(inverso::ui::ExportFormat format);
    /// Exports that are not yet written are dropped.
    void cancel();

signals:
    /// An error sentence; empty when the next export succeeds.
    void failed(const QString& sentence);
    /// All exports are done or cancelled.
    void idle();

private:
    using Work = std::function<ExportedCopy()>;
    using Done = std::function<void(const ExportedCopy&)>;
    void run(Work work, Done done);
    void showState();

    Source m_cell;
    QString m_folder; ///< of the last file
    std::vector<QAction*> m_exports;
    QAction* m_cancel = nullptr;
    QTimer m_slow; ///< fires when an export takes long enough to be shown
    int m_running = 0;
    std::stop_source m_stop;
    QThreadPool m_thread;
};

} // namespace inverso::ui
