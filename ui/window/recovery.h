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

/// What searches of a window that died have left: session files of a folder, which a window removes when it closes in
/// peace. Offers, in a bar, to go on with the newest; who declines is not asked of that file again, and it stays where
/// it is. GUI thread only.
class Recovery : public QObject
{
    Q_OBJECT

public:
    /// A search that can be gone on with.
    struct Left
    {
        QString path = {};
        QString method = {};
        QString dataset = {};
        int queries = 0;
        int budget = 0;
        int waiting = 0;   ///< runs that were to follow it
        QString time = {}; ///< when it was begun, of this place
    };

    explicit Recovery(QString folder, QObject* parent = nullptr);
    ~Recovery() override;

    /// Where a window keeps the sessions of its runs: in the user's data folder.
    static QString defaultFolder();
    /// How many files are kept there at most, the newest.
    static constexpr int capacity = 20;

    /// Where to offer. Not owned; another one in another language, none in between.
    void setBar(NoticeBar* bar);
    /// Looks for something left, on another thread.
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
