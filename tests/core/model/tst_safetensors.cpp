// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/safetensors.h"
#include "tests/core/base/error_text.h"

#include <QTemporaryDir>
#include <QtTest>

#include <fstream>

using namespace inverso;

class TestSafeTensors : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;

    [[nodiscard]] std::filesystem::path path(const char* name) const
    {
        return std::filesystem::path(m_folder.path().toStdString()) / name;
    }
    static SafeTensors example()
    {
        SafeTensors tensors;
        tensors.tensors["a"] = {{2, 3}, {1, 2, 3, 4, 5, 6}};
        tensors.tensors["scalar"] = {{}, {7}};
        tensors.tensors["z"] = {{1}, {-0.5F}};
        tensors.metadata["space"] = "nasbench201";
        return tensors;
    }
    static std::string readAll(const std::filesystem::path& file)
    {
        std::ifstream in(file, std::ios::binary);
        return {std::istreambuf_iterator<char>(in), {}};
    }
    static void writeAll(const std::filesystem::path& file, const std::string& content)
    {
        std::ofstream(file, std::ios::binary) << content;
    }
    static std::string withHeader(const std::string& header, const std::string& data)
    {
        std::string size(8, '\0');
        size[0] = static_cast<char>(header.size());
        return size + header + data;
    }

private slots:
    void testRoundTrip()
    {
        example().write(path("x.safetensors"));
        const SafeTensors read = SafeTensors::read(path("x.safetensors"));
        QCOMPARE(read.tensors.size(), std::size_t(3));
        QCOMPARE(read.tensors.at("a").shape, (std::vector<std::int64_t>{2, 3}));
        QCOMPARE(read.tensors.at("a").values, (std::vector<float>{1, 2, 3, 4, 5, 6}));
        QCOMPARE(read.tensors.at("scalar").values, std::vector<float>{7});
        QCOMPARE(read.metadata.at("space"), std::string("nasbench201"));
        QVERIFY(!std::filesystem::exists(path("x.safetensors.part")));
    }

    void testBytesAreTheFile()
    {
        example().write(path("x.safetensors"));
        QVERIFY(example().bytes() == readAll(path("x.safetensors")));
        QCOMPARE(SafeTensors::parse(example().bytes(), "of memory").tensors.at("a").values,
                 example().tensors.at("a").values);
        COMPARE_CONTAINS(errorText([] { (void)SafeTensors::parse("short", "of memory"); }), "of memory");
    }

    void testLayoutIsTheFormatOfTheSpecification()
    {
        example().write(path("y.safetensors"));
        const std::string content = readAll(path("y.safetensors"));
        const auto size = static_cast<unsigned char>(content[0]) + 256 * static_cast<unsigned char>(content[1]);
        QCOMPARE(content[8], '{');
        QCOMPARE((8 + size) % 8, 0);
        QCOMPARE(content.size(), static_cast<std::size_t>(8 + size) + 8 * sizeof(float));
        COMPARE_CONTAINS(content, "\"dtype\":\"F32\"");
        COMPARE_CONTAINS(content, "\"__metadata__\"");
    }

    void testDamagedFilesAreRefused_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QByteArray>("says");
        const auto row = [](const char* name, const std::string& content, const char* says) {
            QTest::newRow(name) << QByteArray::fromStdString(content) << QByteArray(says);
        };
        row("empty", "", "truncated");
        row("text", "arch,cifar10_valid\n|none~0|,10", "not a safetensors file");
        row("header cut", withHeader("{}", "").substr(0, 9), "truncated");
        row("not JSON", withHeader("{]", ""), "not a safetensors file");
        row("data cut", withHeader(R"({"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}})", "1234"), "truncated");
        row("shape disagrees", withHeader(R"({"a":{"dtype":"F32","shape":[3],"data_offsets":[0,8]}})", "12345678"),
            "does not fit");
        row("other type", withHeader(R"({"a":{"dtype":"F64","shape":[1],"data_offsets":[0,8]}})", "12345678"), "F32");
        row("negative extent", withHeader(R"({"a":{"dtype":"F32","shape":[-2],"data_offsets":[0,8]}})", "12345678"),
            "impossible");
        row("huge extents",
            withHeader(R"({"a":{"dtype":"F32","shape":[99999999,99999999,9999999],"data_offsets":[0,8]}})", "12345678"),
            "impossible");
        row("extent that is no whole number",
            withHeader(R"({"a":{"dtype":"F32","shape":[1e300],"data_offsets":[0,8]}})", "12345678"), "impossible");
        row("offset that is no whole number",
            withHeader(R"({"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8e99]}})", "12345678"), "outside the file");
        row("overlap",
            withHeader(
                R"({"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]},"b":{"dtype":"F32","shape":[1],"data_offsets":[4,8]}})",
                "12345678"),
            "overlap");
    }

    void testDamagedFilesAreRefused()
    {
        QFETCH(QByteArray, content);
        QFETCH(QByteArray, says);
        writeAll(path("bad.safetensors"), content.toStdString());
        const std::string text = errorText([&] { (void)SafeTensors::read(path("bad.safetensors")); });
        COMPARE_CONTAINS(text, says.toStdString());
        COMPARE_CONTAINS(text, "bad.safetensors");
    }

    // A megabyte named ten thousand times would be ten gigabytes: refused before anything is allocated.
    void testTensorsOverTheSameBytes()
    {
        constexpr std::size_t floats = 1 << 18;
        const std::string entry = "\":{\"dtype\":\"F32\",\"shape\":[262144],\"data_offsets\":[0,1048576]}";
        std::string header = "{";
        for (int i = 0; i < 10000; ++i)
            header += (i > 0 ? ",\"t" : "\"t") + std::to_string(i) + entry;
        header += "}";
        std::string size(8, '\0');
        for (std::size_t i = 0; i < 8; ++i)
            size[i] = static_cast<char>(header.size() >> (8 * i));
        writeAll(path("bomb.safetensors"), size + header + std::string(floats * sizeof(float), 'x'));
        QElapsedTimer time;
        time.start();
        COMPARE_CONTAINS(errorText([&] { (void)SafeTensors::read(path("bomb.safetensors")); }), "overlap");
        QVERIFY(time.elapsed() < 20000);
    }

    void testAFileOverTheLimitIsNotRead()
    {
        writeAll(path("large.safetensors"), "");
        std::filesystem::resize_file(path("large.safetensors"), (std::uintmax_t(1) << 30) + 1); // sparse
        COMPARE_CONTAINS(errorText([&] { (void)SafeTensors::read(path("large.safetensors")); }), "limit of 1024 MB");
    }

    void testMissingFileAndFolder()
    {
        COMPARE_CONTAINS(errorText([&] { (void)SafeTensors::read(path("none")); }), "cannot be opened");
        COMPARE_CONTAINS(errorText([&] { example().write(path("no/such/folder.safetensors")); }), "Cannot write");
    }

    void testTensorChecksTheShape()
    {
        const SafeTensors tensors = example();
        QCOMPARE(tensors.tensor("a", {2, 3}).values.size(), std::size_t(6));
        COMPARE_CONTAINS(errorText([&] { (void)tensors.tensor("a", {3, 2}); }), "another shape");
        COMPARE_CONTAINS(errorText([&] { (void)tensors.tensor("b", {1}); }), "do not have the tensor 'b'");
    }
};

QTEST_APPLESS_MAIN(TestSafeTensors)
#include "tst_safetensors.moc"
