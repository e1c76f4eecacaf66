// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error.h"
#include "core/model/latent_space.h"
#include "core/training/pretraining.h"
#include "tests/core/base/error_text.h"

#include <QTemporaryDir>
#include <QtTest>

#include <fstream>

using namespace inverso;

class TestPretraining : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    [[nodiscard]] std::filesystem::path path(const char* name) const
    {
        return std::filesystem::path(m_folder.path().toStdString()) / name;
    }
    static std::string readAll(const std::filesystem::path& file)
    {
        std::ifstream in(file, std::ios::binary);
        return {std::istreambuf_iterator<char>(in), {}};
    }

private slots:
    void testOneEpochLearnsAndIsReproducible_data()
    {
        QTest::addColumn<QString>("preset");
        QTest::newRow("fast") << "fast";
        QTest::newRow("thesis") << "thesis";
    }

    void testOneEpochLearnsAndIsReproducible()
    {
        QFETCH(QString, preset);
        PretrainingSettings settings;
        settings.preset = preset.toStdString();
        settings.seed = 3;
        settings.threads = 1;
        settings.overrides = {{"epochs", "1"}, {"batch", "64"}, {"hidden", "32"}, {"learning_rate", "2e-3"}};
        int reports = 0;
        const auto result =
            pretrain(searchSpace("nasbench201"), settings, path("a.st"), [&](const Progress&) { ++reports; }, {});
        QCOMPARE(result.epochs, 1);
        QVERIFY(reports >= 1);
        const QByteArray reached =
            QByteArray::number(result.reconstruction) + ' ' + QByteArray::number(result.validity);
        QVERIFY2(result.reconstruction > 0.05 && result.reconstruction <= 1.0, reached); // by chance: 1 of 15,625
        QVERIFY2(result.validity > 0.0 && result.validity <= 1.0, reached);
        (void)pretrain(searchSpace("nasbench201"), settings, path("b.st"), {}, {});
        QCOMPARE(readAll(path("a.st")), readAll(path("b.st")));
        QCOMPARE(LatentSpace::load(path("a.st"))->means().rows, std::size_t(15625));
    }

    void testCancelWritesNothing()
    {
        std::stop_source source;
        source.request_stop();
        QVERIFY_THROWS_EXCEPTION(Cancelled,
                                 (void)pretrain(searchSpace("nasbench201"), {}, path("c.st"), {}, source.get_token()));
        QVERIFY(!std::filesystem::exists(path("c.st")));
    }

    void testALossThatIsNotFinite()
    {
        PretrainingSettings settings;
        settings.threads = 1;
        settings.overrides = {{"epochs", "3"},        {"batch", "512"},     {"hidden", "32"},
                              {"learning_rate", "1"}, {"kl_weight", "100"}, {"noise", "10"}};
        COMPARE_CONTAINS(errorText([&] { (void)pretrain(searchSpace("nasbench201"), settings, path("e.st"), {}, {}); }),
                         "Try a lower learning_rate");
        QVERIFY(!std::filesystem::exists(path("e.st")));
    }

    void testBadUseIsSaidBeforeTraining()
    {
        PretrainingSettings settings;
        settings.preset = "slow";
        COMPARE_CONTAINS(errorText([&] { (void)pretrain(searchSpace("nasbench201"), settings, path("d.st"), {}, {}); }),
                         "fast, thesis");
        COMPARE_CONTAINS(
            errorText([&] { (void)pretrain(searchSpace("nasbench201"), {}, path("no/folder/x.st"), {}, {}); }),
            "Cannot write");
    }
};

QTEST_GUILESS_MAIN(TestPretraining)
#include "tst_pretraining.moc"
