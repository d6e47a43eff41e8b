using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ServicePackage.Core.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class NoticesDone : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Asks",
                table: "Notices",
                type: "TEXT",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "DoneAt",
                table: "Notices",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "DoneById",
                table: "Notices",
                type: "INTEGER",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "Asks",
                table: "Notices");

            migrationBuilder.DropColumn(
                name: "DoneAt",
                table: "Notices");

            migrationBuilder.DropColumn(
                name: "DoneById",
                table: "Notices");
        }
    }
}
