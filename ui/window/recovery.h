// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFutureWatcher>
#include <QObject>
#include <QString>
#include <QStringList>

#include <functional>
#include <optional>

namespace inverso::ui {

class NoticeBar;

/// Recovers searches after a crash: session files in a folder, which a window deletes on a clean exit. A bar offers to
/// resume the newest; if the user declines, that file is not offered again and is kept. GUI thread only.
class Recovery : public QObject
{
    Q_OBJECT

public:
    /// A search that can be resumed.
    struct Left
    {
        QString path = {};
        QString method = {};
        QString dataset = {};
        int queries = 0;
        int budget = 0;
        int waiting = 0;   ///< runs that were queued after it
        QString time = {}; ///< start time, local
    };

    explicit Recovery(QString folder, QObject* parent = nullptr);
    ~Recovery() override;

    /// The folder for the sessions of a window's runs: in the user's data folder.
    static QString defaultFolder();
    /// The maximum number of files kept there, the newest ones.
    static constexpr int capacity = 20;

    /// Sets the bar. Not owned; replaced when the language changes, null in between.
    void setBar(NoticeBar* bar);
    /// Looks for such a file on another thread.
    void look();
    [[nodiscard]] const std::optional<Left>& left() const { return m_left; }

public slots:
    void accept();
    void decline();

signals:
    void goOnRequested(const QString& path);

private:
    void take();
    void show();

    QString m_folder;
    NoticeBar* m_bar = nullptr;
    std::optional<Left> m_left;
    QFutureWatcher<std::optional<Left>> m_looking;
};

} // namespace inverso::ui
